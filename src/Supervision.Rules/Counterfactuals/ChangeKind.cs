namespace Supervision.Rules.Counterfactuals;

/// <summary>What could be different in a subject's history.</summary>
public enum ChangeKind
{
    /// <summary>Points are given back by a repair (信用修复), within the terms of the pack.</summary>
    Repair = 1,

    /// <summary>An entry falls away, as if it had never been: it was withdrawn or quashed (撤销).</summary>
    Withdrawal = 2,
}
