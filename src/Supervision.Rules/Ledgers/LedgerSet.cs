using Supervision.Decisions;

namespace Supervision.Rules.Ledgers;

/// <summary>The ledgers, timers and gathered numbers of one version of a policy. Immutable; thread-safe.</summary>
internal sealed record LedgerSet
{
    public required IReadOnlyList<LedgerDefinition> Definitions { get; init; }

    public IReadOnlyList<TimerRule> Timers { get; init; } = [];

    /// <summary>Numbers that any line, condition or table may use.</summary>
    public IReadOnlyDictionary<string, Gather> Gathers { get; init; } = new Dictionary<string, Gather>(StringComparer.Ordinal);

    /// <summary>Digits after the point that points may have.</summary>
    public required int Scale { get; init; }

    public required DateOnly From { get; init; }

    public required LegalBasis Source { get; init; }

    /// <summary>The version of the as-of day prices every event.</summary>
    public const string AsOf = "asOf";

    /// <summary>The date of an event by which its version is chosen, <see cref="AsOf"/>, or null where the pack does not say.</summary>
    public string? VersionBy { get; init; }

    /// <summary>Whether events post anything, so that it matters which version prices them.</summary>
    public bool PostsEvents => Definitions.Any(ledger => ledger.Posts.Count > 0);

    /// <summary>What happens to open entries when this version begins, by ledger.</summary>
    public IReadOnlyDictionary<string, TransitionRule> Transitions { get; init; } =
        new Dictionary<string, TransitionRule>(StringComparer.Ordinal);

    /// <summary>Days on which a parameter changes, so that what is full may have become less.</summary>
    public required IReadOnlyList<DateOnly> Changes { get; init; }

    public int IndexOf(string name)
    {
        var at = 0;
        while (at < Definitions.Count && !string.Equals(Definitions[at].Name, name, StringComparison.Ordinal))
        {
            at++;
        }

        return at < Definitions.Count ? at : -1;
    }
}
