namespace Supervision.Cases;

/// <summary>Why days are not counted in a period of the case.</summary>
public enum ExclusionKind
{
    /// <summary>检测、检验、检疫、鉴定.</summary>
    Test = 1,

    /// <summary>听证.</summary>
    Hearing = 2,

    /// <summary>公告: a notice is served by publication.</summary>
    PublicNotice = 3,

    /// <summary>中止.</summary>
    Suspension = 4,
}
