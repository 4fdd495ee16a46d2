namespace Supervision.Comparison;

/// <summary>What two records were matched by.</summary>
public enum MatchBasis
{
    /// <summary>The same valid credit code.</summary>
    Code = 1,

    /// <summary>The same licence number.</summary>
    Licence = 2,

    /// <summary>Name, address and phone.</summary>
    Likeness = 3,
}
