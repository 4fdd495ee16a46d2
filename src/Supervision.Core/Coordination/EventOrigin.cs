namespace Supervision.Coordination;

/// <summary>
/// Where an event of the coordination centre comes from. A complaint asks for mediation of one's own dispute, a tip-off reports a breach of
/// the law, a clue is what either yields: three things with clocks of their own.
/// </summary>
public enum EventOrigin
{
    /// <summary>投诉.</summary>
    Complaint = 1,

    /// <summary>举报.</summary>
    TipOff = 2,

    /// <summary>违法案件线索移交.</summary>
    Clue = 3,

    /// <summary>网格事件, from the four grass-roots platforms.</summary>
    GridEvent = 4,

    /// <summary>协查协办: another agency is asked to assist.</summary>
    AssistRequest = 5,

    /// <summary>无证无照情况报告.</summary>
    UnlicensedReport = 6,

    /// <summary>协查协办失误提请: a request to assist was refused or not met.</summary>
    AssistFailure = 7,

    /// <summary>A part of a risk warning.</summary>
    Warning = 8,

    /// <summary>上级交办.</summary>
    Superior = 9,

    /// <summary>媒体曝光.</summary>
    Media = 10,
}
