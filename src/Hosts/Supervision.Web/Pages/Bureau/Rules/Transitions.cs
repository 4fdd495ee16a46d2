namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>A matrix of how many subjects go from one word of a scale to another. Immutable.</summary>
/// <param name="Title">What the words are.</param>
/// <param name="Words">The words, best first.</param>
/// <param name="Count">Subjects that go from the first word to the second.</param>
internal sealed record Transitions(string Title, IReadOnlyList<string> Words, Func<int, int, int> Count)
{
    /// <summary>The matrix of an enum whose members are the words.</summary>
    public static Transitions Of<T>(string title, Func<T, T, int> count)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>();
        return new Transitions(title, [.. words.Select(word => word.ToString())], (from, to) => count(words[from], words[to]));
    }

    /// <summary>Share of a row that goes to a word, 0 to 1, for the shade of its cell.</summary>
    public decimal Share(int from, int to)
    {
        var sum = Enumerable.Range(0, Words.Count).Sum(word => Count(from, word));
        return sum == 0 ? 0 : decimal.Round(Count(from, to) / (decimal)sum, 2);
    }
}
