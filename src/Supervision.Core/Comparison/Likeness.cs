namespace Supervision.Comparison;

/// <summary>How alike two texts are, in thousandths: twice the neighbouring pairs of characters in common, of all pairs (Dice). Symmetric.</summary>
internal static class Likeness
{
    public const int Whole = 1000;

    /// <summary>The pairs of neighbouring characters, sorted; the character itself for a text of one.</summary>
    public static int[] Pairs(string text)
    {
        if (text.Length < 2)
        {
            return text.Length == 0 ? [] : [text[0]];
        }

        var pairs = new int[text.Length - 1];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (text[i] << 16) | text[i + 1];
        }

        Array.Sort(pairs);
        return pairs;
    }

    /// <summary>0 when one of them is empty: nothing is known then.</summary>
    public static int Of(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return 0;
        }

        int i = 0, j = 0, common = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
            {
                (i, j, common) = (i + 1, j + 1, common + 1);
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return 2 * common * Whole / (one.Length + other.Length);
    }
}
