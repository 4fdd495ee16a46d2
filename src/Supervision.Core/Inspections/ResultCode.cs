namespace Supervision.Inspections;

/// <summary>A result code of one list, with what it means there.</summary>
/// <param name="Type">The list.</param>
/// <param name="Code">The code within the list.</param>
/// <param name="Meaning">As printed, zh-CN.</param>
/// <param name="Consequence">What follows.</param>
/// <param name="IsExclusive">Whether no other code may stand beside it.</param>
public sealed record ResultCode(
    CheckType Type, string Code, string Meaning, ResultConsequence Consequence, bool IsExclusive);
