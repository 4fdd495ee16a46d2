namespace Supervision.Data;

/// <summary>Where the rows of another table are looked up.</summary>
/// <param name="Table">The other table.</param>
/// <param name="Fields">Its fields, in the order of the rule's own.</param>
public sealed record QualityTarget(string Table, IReadOnlyList<string> Fields);
