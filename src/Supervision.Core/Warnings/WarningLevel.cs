namespace Supervision.Warnings;

/// <summary>Level of a risk warning 预警等级.</summary>
public enum WarningLevel
{
    /// <summary>No warning 无.</summary>
    None = 0,

    /// <summary>低.</summary>
    Low = 1,

    /// <summary>中.</summary>
    Medium = 2,

    /// <summary>高.</summary>
    High = 3,
}
