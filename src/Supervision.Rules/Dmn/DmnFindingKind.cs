namespace Supervision.Rules.Dmn;

/// <summary>What a decision table gets wrong as a whole.</summary>
public enum DmnFindingKind
{
    /// <summary>A case that no row matches.</summary>
    Gap,

    /// <summary>Two rows of a UNIQUE table that share a case.</summary>
    Overlap,

    /// <summary>A row that no value of its columns passes.</summary>
    DeadRow,

    /// <summary>A row of a FIRST table behind rows that match everything that it matches.</summary>
    ShadowedRow,

    /// <summary>The table could not be judged: a cell is no test of constants, or there are too many cases.</summary>
    NotJudged,
}
