namespace Supervision.Data;

/// <summary>When a rule applies to a row: by the value of a field. Without values it asks that the field is filled.</summary>
/// <param name="Field">Field of the same table.</param>
/// <param name="In">It is one of these.</param>
/// <param name="Contains">It contains this.</param>
public sealed record QualityCondition(string Field, IReadOnlyList<string>? In = null, string? Contains = null)
{
    internal bool Holds(string value) =>
        (In is null && Contains is null ? value.Length > 0 : In?.Contains(value, StringComparer.Ordinal) ?? true)
        && (Contains is null || value.Contains(Contains, StringComparison.Ordinal));
}
