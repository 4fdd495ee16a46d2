namespace Supervision.Inspections;

/// <summary>Where an inspection task stands.</summary>
public enum TaskState
{
    /// <summary>Assigned by the draw of officers.</summary>
    Assigned = 1,

    /// <summary>Accepted by the officers.</summary>
    Accepted = 2,

    /// <summary>Officers are on site and have shown their certificates.</summary>
    OnSite = 3,

    /// <summary>All points answered, record signed or its refusal witnessed.</summary>
    Recorded = 4,

    /// <summary>An order to correct is running.</summary>
    Rectifying = 5,

    /// <summary>Nothing is left to do.</summary>
    Closed = 6,

    /// <summary>Ended without an inspection, with a reason.</summary>
    Terminated = 7,

    /// <summary>The order to correct was rechecked; what follows is open.</summary>
    Rechecked = 8,

    /// <summary>The recheck failed; it went to a case or a credit entry.</summary>
    Escalated = 9,

    /// <summary>Handed over to case handling as a clue.</summary>
    CaseClue = 10,
}
