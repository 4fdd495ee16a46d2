namespace Supervision.Matters;

/// <summary>What a matter 办件 is about. Each kind has its own life-cycle, see <see cref="MatterLifecycles"/>.</summary>
public enum MatterKind
{
    /// <summary>A risk warning 风险预警.</summary>
    Warning = 1,

    /// <summary>An event of the coordination centre 协同事件: a complaint, a tip-off, a clue, a grid event, a request to assist.</summary>
    Event = 2,

    /// <summary>The promise of an applicant for a licence 告知承诺, from the application to the check that follows every grant.</summary>
    Commitment = 3,

    /// <summary>An entry on a list 名单, or a restriction, with the days on which it holds.</summary>
    ListEntry = 4,

    /// <summary>A point notice 记分告知单 and the objection to it.</summary>
    PointNotice = 5,

    /// <summary>A task that a subject does itself 主体自治任务: self-check, self-report, study, exam.</summary>
    SelfTask = 6,

    /// <summary>A notice or law pushed to subjects 精准推送.</summary>
    Push = 7,

    /// <summary>That a department or a subject has taken note 回执; a part of a measure or a push.</summary>
    Receipt = 8,
}
