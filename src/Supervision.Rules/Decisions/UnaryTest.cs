namespace Supervision.Rules.Decisions;

/// <summary>The test of one cell: some intervals, some words, or anything.</summary>
/// <param name="Text">The cell as written.</param>
/// <param name="Intervals">Numbers that pass, or null.</param>
/// <param name="Words">Words that pass, or null.</param>
internal sealed record UnaryTest(string Text, Interval[]? Intervals, string[]? Words)
{
    /// <summary>The cell "-".</summary>
    public bool IsAnything => Intervals is null && Words is null;

    public bool Passes(in RuleValue value)
    {
        if (Intervals is not null)
        {
            foreach (var interval in Intervals)
            {
                if (interval.Contains(value.Number))
                {
                    return true;
                }
            }

            return false;
        }

        return Words is null || Array.IndexOf(Words, value.Word) >= 0;
    }
}
