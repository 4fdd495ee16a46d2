using Supervision.Catalog;
using Supervision.Inspections;
using Supervision.Registry;

namespace Supervision.Documents;

/// <summary>A task with everything that its documents name.</summary>
/// <param name="Task">The task.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Item">The item inspected.</param>
/// <param name="Checklist">The checklist in the pinned version.</param>
/// <param name="Agency">Agency that inspects.</param>
/// <param name="Officers">Officers who were there.</param>
/// <param name="ContactName">Whom the party may ask.</param>
/// <param name="ContactPhone">And under which number.</param>
public sealed record TaskFile(
    InspectionTask Task,
    Subject Subject,
    SupervisionItem Item,
    Checklist Checklist,
    Agency Agency,
    IReadOnlyList<Officer> Officers,
    string ContactName,
    string ContactPhone);
