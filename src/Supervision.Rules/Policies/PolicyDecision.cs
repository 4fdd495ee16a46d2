using System.Globalization;
using System.Text;
using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Rules.Policies;

/// <summary>What a policy says of a subject as of a day, as known on a day, with everything that made it. Immutable.</summary>
public sealed class PolicyDecision
{
    private readonly Func<Explanation> _explain;

    internal PolicyDecision(Func<Explanation> explain) => _explain = explain;

    /// <summary>The subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Civil date that the decision speaks for, to the end of the day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Civil date up to whose end events count as recorded.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>Policy id, version and hash of the pack that decided.</summary>
    public required PolicyReference Policy { get; init; }

    /// <summary>Policy id, version and hash of the other packs whose results it builds on, in the order of the pack.</summary>
    public required IReadOnlyList<PolicyReference> Uses { get; init; }

    /// <summary>The ledgers, in the order of the pack.</summary>
    public required IReadOnlyList<LedgerBalance> Ledgers { get; init; }

    /// <summary>Decisions and then typed outputs, in the order of the pack.</summary>
    public required IReadOnlyList<PolicyResult> Results { get; init; }

    /// <summary>The changes of all ledgers, in order; those of each ledger sum to its balance.</summary>
    public required IReadOnlyList<LedgerLine> Lines { get; init; }

    /// <summary>Why it came out so: for each decision the row or stages, for each ledger its lines.</summary>
    public Explanation Explanation => field ??= _explain();

    /// <summary>A result by name.</summary>
    /// <exception cref="ArgumentException">The pack has no such result.</exception>
    public PolicyResult Result(string name) =>
        Results.FirstOrDefault(result => string.Equals(result.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no result '{name}': {string.Join(", ", Results.Select(result => result.Name))}.", nameof(name));

    /// <summary>The whole decision as text; equal inputs give equal bytes.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Policy} {SubjectId} {Packs.Invariant.Text(AsOf)} {Packs.Invariant.Text(KnownOn)}\n");
        foreach (var result in Results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{result.Name} = {result.Value} {result.Pending} {result.Gap}\n");
        }

        foreach (var ledger in Ledgers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ledger.Ledger} = {Packs.Invariant.Text(ledger.Active)} {Packs.Invariant.Text(ledger.Unused)} {ledger.Steps} {ledger.Reached} {ledger.Rung}\n");
        }

        return text.Append(Explanation).ToString();
    }
}
