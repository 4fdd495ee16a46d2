namespace Supervision.Cases;

/// <summary>How a penalty stands to what the rule allows 裁量等级.</summary>
public enum PenaltyGrade
{
    /// <summary>减轻: below the statutory minimum.</summary>
    Reduced = 1,

    /// <summary>从轻: the lower part of the band.</summary>
    Lighter = 2,

    /// <summary>一般.</summary>
    Normal = 3,

    /// <summary>从重: the upper part of the band.</summary>
    Heavier = 4,
}
