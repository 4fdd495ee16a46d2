namespace Supervision.Rules.Feel;

/// <summary>Equality and order of the language: three answers, null for values that cannot be compared.</summary>
internal static class FeelOrder
{
    public static bool? AreEqual(FeelValue left, FeelValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull;
        }

        if (left.Kind != right.Kind)
        {
            return null;
        }

        return left.Kind switch
        {
            FeelKind.Text => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
            FeelKind.Date => left.Date == right.Date,
            FeelKind.Time or FeelKind.DateTime => Compare(left, right) is { } order ? order == 0 : null,
            FeelKind.List => SameItems(left.List, right.List),
            FeelKind.Context => SameEntries(left.Context, right.Context),
            FeelKind.Range => SameEnds(left.Range, right.Range),
            FeelKind.Function => ReferenceEquals(left.Function, right.Function),
            _ => left.Number == right.Number,
        };
    }

    /// <summary>Below zero, zero or above zero; null when there is no order between them.</summary>
    public static int? Compare(FeelValue left, FeelValue right)
    {
        if (left.Kind != right.Kind)
        {
            return null;
        }

        return left.Kind switch
        {
            FeelKind.Number or FeelKind.DayTimeDuration or FeelKind.YearMonthDuration => left.Number.CompareTo(right.Number),
            FeelKind.Text => string.CompareOrdinal(left.Text, right.Text),
            FeelKind.Date => left.Date.CompareWith(right.Date),
            FeelKind.Time => left.Time.CompareWith(right.Time),
            FeelKind.DateTime => left.DateTime.CompareWith(right.DateTime),
            _ => null,
        };
    }

    private static bool? SameItems(FeelList left, FeelList right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var at = 0; at < left.Count; at++)
        {
            if (AreEqual(left.Items[at], right.Items[at]) is not true)
            {
                return false;
            }
        }

        return true;
    }

    private static bool? SameEntries(FeelContext left, FeelContext right) =>
        left.Entries.Count == right.Entries.Count
        && left.Entries.All(entry => right.TryGet(entry.Key, out var value) && AreEqual(entry.Value, value) is true);

    private static bool? SameEnds(FeelRange left, FeelRange right) =>
        left.Operator == right.Operator && left.HasLow == right.HasLow && left.HasHigh == right.HasHigh
        && AreEqual(left.Low, right.Low) is true && AreEqual(left.High, right.High) is true;
}
