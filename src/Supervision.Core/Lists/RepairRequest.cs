namespace Supervision.Lists;

/// <summary>That the record of a penalty be repaired 信用修复申请. Immutable.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Severity">"slight", "ordinary" or "serious", as the sector's standard grades it.</param>
/// <param name="Area">"foodDrugEquipment" or "other".</param>
/// <param name="DutyDone">Whether the duty is done.</param>
/// <param name="Promised">Whether a public promise was given.</param>
/// <param name="Reasons">What was looked at, in words.</param>
public sealed record RepairRequest(string CaseId, string Severity, string Area, bool DutyDone, bool Promised, string Reasons);
