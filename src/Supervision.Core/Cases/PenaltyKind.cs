using System.Diagnostics.CodeAnalysis;

namespace Supervision.Cases;

/// <summary>Kinds of penalty.</summary>
/// <legal source="行政处罚法" article="第九条" inForceFrom="2021-07-15" />
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The field's name.")]
public enum PenaltyKind
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>警告.</summary>
    Warning = 1,

    /// <summary>通报批评.</summary>
    Reprimand = 2,

    /// <summary>罚款.</summary>
    Fine = 4,

    /// <summary>没收违法所得.</summary>
    ConfiscationOfGains = 8,

    /// <summary>没收非法财物.</summary>
    ConfiscationOfGoods = 16,

    /// <summary>暂扣许可证件.</summary>
    LicenceSuspension = 32,

    /// <summary>降低资质等级.</summary>
    Downgrade = 64,

    /// <summary>吊销许可证件.</summary>
    Revocation = 128,

    /// <summary>限制开展生产经营活动.</summary>
    ActivityRestriction = 256,

    /// <summary>责令停产停业.</summary>
    BusinessSuspension = 512,

    /// <summary>责令关闭.</summary>
    Closure = 1024,

    /// <summary>限制从业.</summary>
    CareerLimit = 2048,

    /// <summary>行政拘留.</summary>
    Detention = 4096,

    /// <summary>法律、行政法规规定的其他行政处罚.</summary>
    Other = 8192,
}
