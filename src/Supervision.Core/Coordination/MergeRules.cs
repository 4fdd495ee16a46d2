using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Coordination;

/// <summary>What a merge of plans must respect. The numbers are published policy, each with its source; none is built in.</summary>
public sealed record MergeRules
{
    /// <summary>Visits to one subject in a year 频次上限; null when the sector has published none.</summary>
    public int? YearlyCap { get; init; }

    /// <summary>Where <see cref="YearlyCap"/> was published.</summary>
    public LegalBasis? CapBasis { get; init; }

    /// <summary>
    /// Sources whose visits do not use up the cap, as its publication says: often complaints, what was handed down, and what monitoring shows. Empty:
    /// every visit counts.
    /// </summary>
    public IReadOnlySet<TaskSource> Uncounted { get; init; } = new HashSet<TaskSource>();

    /// <summary>Days between two visits to one subject, as far as the windows of the checks allow; 0 asks for none.</summary>
    public int GapDays { get; init; }

    /// <summary>Subjects that are left in peace 无事不扰: only what a law demands takes place there.</summary>
    public IReadOnlySet<string> LeftInPeace { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Delegations of simple checks.</summary>
    public IReadOnlyList<CheckDelegation> Delegations { get; init; } = [];
}
