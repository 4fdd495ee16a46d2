namespace Supervision.Matters;

/// <summary>What a matter 办件 is about. Each kind has its own life-cycle, see <see cref="MatterLifecycles"/>.</summary>
public enum MatterKind
{
    /// <summary>A risk warning 风险预警.</summary>
    Warning = 1,

    /// <summary>An event of the coordination centre 协同事件: a complaint, a tip-off, a clue, a grid event, a request to assist.</summary>
    Event = 2,

    /// <summary>A licence given on a promise 告知承诺.</summary>
    Commitment = 3,

    /// <summary>A point notice 记分告知单 from service to repair.</summary>
    PointNotice = 4,

    /// <summary>A task of self-governance 主体自治任务: the subject does it, an officer verifies it online.</summary>
    SelfTask = 5,

    /// <summary>Something sent that asks for a receipt 回执.</summary>
    Receipt = 6,

    /// <summary>A joint measure 联合惩戒: a restriction from one day to another.</summary>
    Measure = 7,

    /// <summary>An entry on a list 名单: abnormal, serious, blacklist.</summary>
    Listing = 8,
}
