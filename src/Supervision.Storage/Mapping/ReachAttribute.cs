namespace Supervision.Storage.Mapping;

/// <summary>The rule of a table: who sees which of its rows. Every row record has one; a test says which is missing.</summary>
/// <param name="reach">Whose rows an actor sees.</param>
/// <param name="because">Why all may see all, where the table is shared.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReachAttribute(Reach reach, string because = "") : Attribute
{
    public Reach Reach { get; } = reach;

    /// <summary>The column with the subject that sees the row as well when it acts for itself; null: no subject does.</summary>
    public string? Subject { get; init; }

    public string Because { get; } = because;
}
