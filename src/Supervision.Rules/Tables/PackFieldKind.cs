namespace Supervision.Rules.Tables;

/// <summary>What a field of a pack is.</summary>
public enum PackFieldKind
{
    /// <summary>Name of the version.</summary>
    Version = 1,

    /// <summary>First day in force.</summary>
    From = 2,

    /// <summary>First day after it.</summary>
    To = 3,

    /// <summary>The date from which a parameter has a value.</summary>
    ParameterDate = 4,

    /// <summary>A number or period of a parameter.</summary>
    ParameterValue = 5,

    /// <summary>A test of a table.</summary>
    Test = 6,

    /// <summary>A value of a table.</summary>
    Output = 7,

    /// <summary>The remark of a row of a table.</summary>
    Note = 8,
}
