namespace Supervision.Rules.Packs;

/// <summary>The question that a rule pack answers.</summary>
public enum RulePackPurpose
{
    /// <summary>Points, composite score and grade: a <c>credit:</c> part.</summary>
    Credit = 1,

    /// <summary>Credit-risk class and weight: a <c>risk:</c> part.</summary>
    Risk = 2,

    /// <summary>How densely each class is drawn: a <c>draw:</c> part.</summary>
    DrawRatios = 3,

    /// <summary>Any other question, answered by the pack's own typed results: an <c>outputs:</c> part.</summary>
    Outputs = 4,
}
