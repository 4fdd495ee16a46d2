namespace Supervision.Credit;

/// <summary>What a subject does itself (主体自治) to have points given back. Rule packs name these words in <c>repair:</c>.</summary>
public enum SelfGovernanceKind
{
    /// <summary>It checks itself against a form and shows the evidence (自查).</summary>
    SelfCheck = 1,

    /// <summary>It reports on itself (自报).</summary>
    SelfReport = 2,

    /// <summary>It studies set material (学习).</summary>
    Study = 3,

    /// <summary>It passes an exam (考试).</summary>
    Exam = 4,
}
