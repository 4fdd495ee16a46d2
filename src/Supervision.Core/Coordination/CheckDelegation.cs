using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>An agency lets another one do the simple checks of an item 简单检查事项委托.</summary>
/// <param name="FromAgencyId">Whose duty it is and stays.</param>
/// <param name="ToAgencyId">Who may do it when it is there anyway.</param>
/// <param name="ItemCode">Item whose points are all general.</param>
/// <param name="Basis">The written delegation.</param>
public sealed record CheckDelegation(string FromAgencyId, string ToAgencyId, string ItemCode, LegalBasis Basis);
