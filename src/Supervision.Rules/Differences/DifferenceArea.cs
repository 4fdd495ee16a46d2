namespace Supervision.Rules.Differences;

/// <summary>Which part of a pack differs: what a reviewer looks at separately.</summary>
public enum DifferenceArea
{
    /// <summary>Policy id, version, dates of effect, transitions.</summary>
    Version = 1,

    /// <summary>A number or period of the policy, by date.</summary>
    Parameter = 2,

    /// <summary>A row or a column of a decision table.</summary>
    Table = 3,

    /// <summary>Anything else that decides: events, ledgers, stages, outputs.</summary>
    Rule = 4,

    /// <summary>A provision that is cited.</summary>
    Citation = 5,

    /// <summary>A worked example.</summary>
    Example = 6,

    /// <summary>A remark; it decides nothing.</summary>
    Note = 7,
}
