using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>How often a rule was tested and failed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Checked">Rows to which it applied.</param>
/// <param name="Failed">Rows that failed it.</param>
/// <param name="Causes">Failures by cause, by name.</param>
public sealed record QualityCount(QualityRule Rule, long Checked, long Failed, IReadOnlyDictionary<string, long> Causes)
{
    /// <summary>The share that passed; null when it applied to no row.</summary>
    public Rate? Score => Checked == 0 ? null : new Rate(Checked - Failed, Checked);
}
