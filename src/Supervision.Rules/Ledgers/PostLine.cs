using Supervision.Decisions;
using Supervision.Rules.Packs.Expressions;

namespace Supervision.Rules.Ledgers;

/// <summary>One line of <c>post</c>: an event posts points, once or for each item of a list. Immutable.</summary>
internal sealed record PostLine
{
    /// <summary>Id in the pack, unique; its place where the author gave none.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<string> When { get; init; }

    /// <summary>Whether an event of a kind posts by this line.</summary>
    public bool IsFor(string kind)
    {
        for (var at = 0; at < When.Count; at++)
        {
            if (string.Equals(When[at], kind, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>List field of the event whose items post one by one, or null.</summary>
    public string? Each { get; init; }

    /// <summary>Date field of the event on which the entry stands, or null for the event's own date.</summary>
    public string? On { get; init; }

    public RuleExpression? Key { get; init; }

    public RuleExpression? If { get; init; }

    public RuleExpression? Unless { get; init; }

    public IReadOnlyDictionary<string, Gather> Gathers { get; init; } = new Dictionary<string, Gather>(StringComparer.Ordinal);

    /// <summary>What else an entry remembers of its event, for later conditions.</summary>
    public IReadOnlyDictionary<string, RuleExpression> Marks { get; init; } =
        new Dictionary<string, RuleExpression>(StringComparer.Ordinal);

    public required RuleExpression Points { get; init; }

    public Rounding? Round { get; init; }

    public PeriodExpression? Lasts { get; init; }

    /// <summary>The provision that explanations cite where no parameter brings its own.</summary>
    public required LegalBasis Basis { get; init; }
}
