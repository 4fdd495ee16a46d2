namespace Supervision.Inspections;

/// <summary>Kinds of check with a list of result codes of their own: the same digit means another thing in each.</summary>
public enum CheckType
{
    /// <summary>Random inspection 双随机抽查.</summary>
    RandomInspection = 1,

    /// <summary>The older check of annual reports 年报抽查.</summary>
    AnnualReport = 2,
}
