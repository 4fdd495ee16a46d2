namespace Supervision.Inspections;

/// <summary>What may happen to an inspection task.</summary>
public enum TaskTrigger
{
    /// <summary>The officers accept.</summary>
    Accept = 1,

    /// <summary>The officers show their certificates on site 亮证.</summary>
    PresentCertificates = 2,

    /// <summary>The checklist is answered and the record signed.</summary>
    Record = 3,

    /// <summary>An order to correct is given 责令改正.</summary>
    OrderRectification = 4,

    /// <summary>The recheck finds everything corrected 复查.</summary>
    PassRecheck = 5,

    /// <summary>Nothing was found.</summary>
    Close = 6,

    /// <summary>The subject cannot be inspected.</summary>
    Terminate = 7,
}
