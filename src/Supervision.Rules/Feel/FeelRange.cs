namespace Supervision.Rules.Feel;

/// <summary>
/// An interval. One written as a comparison, such as <c>(&lt; 10)</c>, keeps its operator: it has no other end, which is not
/// the same as an end that is null.
/// </summary>
/// <param name="Low">Lower end, or null.</param>
/// <param name="HasLow">Whether the lower end belongs to it.</param>
/// <param name="High">Upper end, or null.</param>
/// <param name="HasHigh">Whether the upper end belongs to it.</param>
/// <param name="Operator">"" for an interval with two ends, else =, !=, &lt;, &lt;=, &gt; or &gt;=.</param>
internal sealed record FeelRange(FeelValue Low, bool HasLow, FeelValue High, bool HasHigh, string Operator = "")
{
    public int Depth { get; } = 1 + Math.Max(Low.Depth, High.Depth);

    public static FeelRange Of(string comparison, FeelValue end) => comparison switch
    {
        "<" => new(default, false, end, false, comparison),
        "<=" => new(default, false, end, true, comparison),
        ">" => new(end, false, default, false, comparison),
        ">=" => new(end, true, default, false, comparison),
        _ => new(end, true, end, true, comparison),
    };

    /// <summary>Whether a value lies inside; null where they cannot be compared.</summary>
    public bool? Contains(FeelValue value)
    {
        switch (Operator)
        {
            case "=": return FeelOrder.AreEqual(value, Low);
            case "!=": return !FeelOrder.AreEqual(value, Low);
            case "<" or "<=": return Below(value);
            case ">" or ">=": return Above(value);
        }

        return Above(value) is { } above && Below(value) is { } below ? above && below : null;
    }

    private bool? Above(FeelValue value) =>
        FeelOrder.Compare(value, Low) is { } order ? order > 0 || (order == 0 && HasLow) : null;

    private bool? Below(FeelValue value) =>
        FeelOrder.Compare(value, High) is { } order ? order < 0 || (order == 0 && HasHigh) : null;
}
