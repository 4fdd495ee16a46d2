using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Hosting;

/// <summary>What handing in visits gave.</summary>
/// <param name="Done">Recorded visits.</param>
/// <param name="Refused">Those that were not taken, each with why.</param>
internal sealed record HandedIn(IReadOnlyList<InspectionTask> Done, IReadOnlyList<(string Task, Refusal Refusal)> Refused)
{
    /// <summary>Visits with something to correct; a recheck that found it corrected is none.</summary>
    public int WithFindings => Done.Count(task =>
        task.Recheck is { } recheck ? recheck.Entries.Any(entry => entry.Answer == CheckAnswer.NonConform) : task.RectifyBy is not null);
}
