using Supervision.Sampling;

namespace Supervision.Inspections;

/// <summary>What the use of a reserve gave. Immutable.</summary>
/// <param name="Draw">The draw with the use, to be published again.</param>
/// <param name="Match">The matching with its replacements, to be published again; null when officers are not matched yet.</param>
/// <param name="Tasks">
/// The reserve's tasks, with the officers who stood on the places of the subject replaced. Empty before officers are matched, and when the
/// reserve lies in another division, where those officers have no power: then open its task by hand.
/// </param>
public sealed record SubjectReplacement(DrawBundle Draw, MatchBundle? Match, IReadOnlyList<InspectionTask> Tasks);
