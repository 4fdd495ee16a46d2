namespace Supervision.DecisionSupport;

/// <summary>What a test of a fair-draw audit looks at.</summary>
public enum FairnessTestKind
{
    /// <summary>Whether a group is drawn more or less often than its members' share of each cell.</summary>
    Inclusion = 1,

    /// <summary>Whether subjects who were drawn before are drawn again more or less often than others of their cell.</summary>
    Repeats,

    /// <summary>Whether drawn subjects stand in clumps, or too evenly, in the order of their ids.</summary>
    Runs,

    /// <summary>Whether the same two officers are sent together more often than chance does.</summary>
    OfficerPairs,

    /// <summary>Does the risk class tell where problems are found?</summary>
    RiskClass,

    /// <summary>Does it, among inspections by one officer in one season?</summary>
    RiskClassAdjusted,

    /// <summary>Do officers of one station find problems alike?</summary>
    Officer,

    /// <summary>Do stations find problems alike?</summary>
    Station,

    /// <summary>Are problems found alike in all seasons?</summary>
    Season,
}
