namespace Supervision.Rules.Facts;

/// <summary>Everything that a policy may know about one subject. Immutable.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="Events">Its events, in any order.</param>
public sealed record SubjectHistory(string SubjectId, IReadOnlyList<PolicyEvent> Events)
{
    /// <summary>Attributes of the subject by date, in any order.</summary>
    public IReadOnlyList<DatedFact> Attributes { get; init; } = [];

    /// <summary>Results that were issued earlier, in any order.</summary>
    public IReadOnlyList<IssuedResult> Issued { get; init; } = [];

    /// <summary>The credit events of Core as the built-in events of a pack.</summary>
    /// <exception cref="ArgumentException">An event belongs to another subject, or is a repair without points.</exception>
    public static SubjectHistory Of(Supervision.Credit.CreditHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Credit.CreditHistories.Of(history);
    }

    /// <summary>An attribute on a civil date; absent before its first value.</summary>
    internal Fact Attribute(string name, DateOnly on)
    {
        var (found, from) = (default(Fact), DateOnly.MinValue);
        foreach (var attribute in Attributes)
        {
            if (attribute.From >= from && attribute.From <= on && string.Equals(attribute.Name, name, StringComparison.Ordinal))
            {
                (found, from) = (attribute.Value, attribute.From);
            }
        }

        return found;
    }
}
