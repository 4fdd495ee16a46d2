namespace Supervision.Inspections;

/// <summary>Answer to a check point.</summary>
public enum CheckAnswer
{
    /// <summary>符合.</summary>
    Conform = 1,

    /// <summary>不符合.</summary>
    NonConform = 2,

    /// <summary>不适用 (合理缺项).</summary>
    NotApplicable = 3,
}
