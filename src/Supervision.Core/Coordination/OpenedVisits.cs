using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>What became of visits that were to be opened.</summary>
/// <param name="Opened">Those that have their tasks now.</param>
/// <param name="Refused">By number, why a visit was not opened.</param>
public sealed record OpenedVisits(IReadOnlyList<PlannedVisit> Opened, IReadOnlyDictionary<int, Refusal> Refused);
