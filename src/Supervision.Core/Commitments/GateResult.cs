namespace Supervision.Commitments;

/// <summary>What the gate says.</summary>
public enum GateResult
{
    /// <summary>The applicant may promise, and may choose the ordinary procedure all the same.</summary>
    Eligible = 1,

    /// <summary>The grade does not reach: the ordinary procedure 一般程序.</summary>
    OrdinaryProcedure = 2,

    /// <summary>An earlier breach bars the applicant from this item.</summary>
    Blacklisted = 3,
}
