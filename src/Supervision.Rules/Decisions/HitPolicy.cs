namespace Supervision.Rules.Decisions;

/// <summary>What a table does when several rows match.</summary>
internal enum HitPolicy
{
    /// <summary>The uppermost row decides.</summary>
    First = 1,

    /// <summary>No two rows may match one case; checked when the pack is loaded.</summary>
    Unique,

    /// <summary>Rows that match one case say the same; checked when the pack is loaded.</summary>
    Any,
}
