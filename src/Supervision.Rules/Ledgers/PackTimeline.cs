using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>Which version of a policy speaks on which day, and for which event. Immutable; thread-safe.</summary>
internal sealed class PackTimeline
{
    private readonly LedgerSet[] _versions;

    /// <summary>Versions, oldest first; the last one is the one that decides.</summary>
    public PackTimeline(params LedgerSet[] versions)
    {
        _versions = versions;
        Deciding = versions[^1];
        Changes = [.. versions.SelectMany(set => set.Changes)
            .Concat(versions.Skip(1).Select(set => set.From)).Distinct().Order()];
    }

    public LedgerSet Deciding { get; }

    /// <summary>Whether a subject without events and attributes has the same readings on every day.</summary>
    public bool IsStill => _versions.Length == 1
        && Deciding.Timers.All(timer => timer.EveryMonths == 0)
        && Deciding.Definitions.All(ledger => ledger.Start.Numbers is [_]);

    /// <summary>Whether an event of this kind can undo what was there before it, or reach back into a closed period.</summary>
    public bool Reverses(string kind) => _versions.Any(set => set.Definitions.Any(ledger =>
        (ledger.Reverse is { FromReversal: false } reverse && reverse.When == kind)
        || (ledger.Repair is { Names: not null } repair && repair.When == kind)));

    /// <summary>The version that a fold begins with.</summary>
    public LedgerSet First => _versions[0];

    /// <summary>Days on which a parameter or the version changes.</summary>
    public IReadOnlyList<DateOnly> Changes { get; }

    /// <summary>The version in force on a day; the first one also before its time.</summary>
    public LedgerSet On(DateOnly day)
    {
        for (var at = _versions.Length - 1; at > 0; at--)
        {
            if (_versions[at].From <= day)
            {
                return _versions[at];
            }
        }

        return _versions[0];
    }

    /// <summary>The version that sets what an event posts.</summary>
    public LedgerSet For(PolicyEvent happened) => _versions.Length == 1 ? Deciding : On(Deciding.VersionBy switch
    {
        null or "occurredOn" => happened.On,
        "recordedOn" => happened.RecordedOn,
        var field => happened.Get(field) is { Kind: FactKind.Date } date ? date.Date : happened.On,
    });
}
