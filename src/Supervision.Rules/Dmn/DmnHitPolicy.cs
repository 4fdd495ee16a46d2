namespace Supervision.Rules.Dmn;

/// <summary>Which of the rows that match decide.</summary>
internal enum DmnHitPolicy
{
    Unique = 1,
    Any,
    Priority,
    First,
    OutputOrder,
    RuleOrder,
    Collect,
}
