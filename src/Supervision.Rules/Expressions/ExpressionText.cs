namespace Supervision.Rules.Expressions;

/// <summary>The signs of an expression, taken one word, number or operator at a time.</summary>
internal sealed class ExpressionText(string text)
{
    /// <summary>The next sign that is no blank.</summary>
    public int At
    {
        get
        {
            while (field < text.Length && char.IsWhiteSpace(text[field]))
            {
                field++;
            }

            return field;
        }

        private set;
    }

    public bool IsAtEnd => At == text.Length;

    /// <summary>The first of the signs that stands here, or null.</summary>
    public string? TakeAny(params ReadOnlySpan<string> signs)
    {
        foreach (var sign in signs)
        {
            if (text.AsSpan(At).StartsWith(sign, StringComparison.Ordinal))
            {
                At += sign.Length;
                return sign;
            }
        }

        return null;
    }

    public bool TakeWord(string word)
    {
        if (Name() != word)
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    public string? TakeName()
    {
        var name = Name();
        At += name.Length;
        return name.Length == 0 ? null : name;
    }

    /// <summary>A text between quotes, without escapes.</summary>
    public string? TakeText()
    {
        if (IsAtEnd || text[At] != '"')
        {
            return null;
        }

        var end = text.IndexOf('"', At + 1);
        if (end < 0)
        {
            throw Unexpected();
        }

        var taken = text[(At + 1)..end];
        At = end + 1;
        return taken;
    }

    public string? TakeNumber()
    {
        var start = At;
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end > start)))
        {
            end++;
        }

        At = end;
        return end == start ? null : text[start..end];
    }

    public void Demand(string sign)
    {
        if (TakeAny(sign) is null)
        {
            throw Unexpected();
        }
    }

    public void DemandWord(string word)
    {
        if (!TakeWord(word))
        {
            throw Unexpected();
        }
    }

    public ExpressionException Unexpected() =>
        new(At, "SUP5200", IsAtEnd ? "the end" : text[At..Math.Min(text.Length, At + 12)], text);

    private string Name()
    {
        var start = At;
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '_' || (end > start && char.IsDigit(text[end]))))
        {
            end++;
        }

        return text[start..end];
    }
}
