namespace Supervision.Cases;

/// <summary>Why an act is not punished, or a clue not filed.</summary>
public enum NoPenaltyGround
{
    /// <summary>违法行为轻微并及时改正，没有造成危害后果: shall not be punished (行政处罚法 art. 33(1)).</summary>
    TrivialAndCorrected = 1,

    /// <summary>初次违法且危害后果轻微并及时改正: may be left unpunished (art. 33(1)).</summary>
    FirstAndLight = 2,

    /// <summary>没有主观过错: proven by the party, shall not be punished (art. 33(2)).</summary>
    NoFault = 3,

    /// <summary>不满十四周岁 (art. 30).</summary>
    UnderFourteen = 4,

    /// <summary>不能辨认或者不能控制自己行为 (art. 31).</summary>
    Incapable = 5,

    /// <summary>超过追责期限 (art. 36).</summary>
    TimeBarred = 6,

    /// <summary>不属于本机关管辖.</summary>
    NotCompetent = 7,

    /// <summary>没有违法事实.</summary>
    NoViolation = 8,
}
