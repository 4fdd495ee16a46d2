namespace Supervision.Sampling;

/// <summary>How a check came out. Zero is "not set" and never valid.</summary>
public enum VerificationStatus
{
    /// <summary>What was published is what was recomputed.</summary>
    Passed = 1,

    /// <summary>It is not.</summary>
    Failed = 2,

    /// <summary>The check could not be made, because something that it needs has failed.</summary>
    NotRun = 3,

    /// <summary>
    /// The check needs what is rightly not public in this form: the sealed secret of a draw whose inspections are not over, or
    /// the private attributes of a salted frame.
    /// </summary>
    Withheld = 4,
}
