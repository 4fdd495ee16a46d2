namespace Supervision.Inspections;

/// <summary>What may happen to an inspection task.</summary>
public enum TaskTrigger
{
    /// <summary>The officers accept.</summary>
    Accept = 1,

    /// <summary>The officers log the visit and show their certificates on site 亮证.</summary>
    PresentCertificates = 2,

    /// <summary>The checklist is answered and the record signed.</summary>
    Record = 3,

    /// <summary>An order to correct is given 责令改正.</summary>
    OrderRectification = 4,

    /// <summary>The recheck found everything corrected.</summary>
    PassRecheck = 5,

    /// <summary>Nothing is left to do.</summary>
    Close = 6,

    /// <summary>The subject cannot be inspected.</summary>
    Terminate = 7,

    /// <summary>An officer who was there signs the record.</summary>
    Countersign = 8,

    /// <summary>The subject reports that it has corrected.</summary>
    ReportCorrection = 9,

    /// <summary>Officers look again 复查.</summary>
    Recheck = 10,

    /// <summary>The recheck failed: to a case or a credit entry.</summary>
    Escalate = 11,

    /// <summary>A suspected violation goes to case handling.</summary>
    ReportClue = 12,
}
