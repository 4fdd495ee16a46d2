using Supervision.Decisions;

namespace Supervision.Credit;

/// <summary>
/// A subject's credit as of a day, with every ledger line that made it. Immutable; thread-safe. The explanation is
/// built when it is first read, so that scoring a million subjects does not build a million trees.
/// </summary>
/// <param name="explain">Builds the explanation from the decision. Must be pure.</param>
public sealed class CreditDecision(Func<CreditDecision, Explanation> explain)
{
    private Explanation? _explanation;

    /// <summary>The subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Civil date that the decision speaks for, to the end of the day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The policy that decided.</summary>
    public required PolicyReference Policy { get; init; }

    /// <summary>Supervision points that are active: posted, not repaired, not expired. 0 or more.</summary>
    public required decimal Points { get; init; }

    /// <summary>The part of <see cref="Points"/> that no step has consumed yet: the remainder that carries on.</summary>
    public required decimal Unused { get; init; }

    /// <summary>Steps in force: how often the points were full, less the steps that have ended.</summary>
    public required int Steps { get; init; }

    /// <summary>The composite credit score.</summary>
    public required decimal CompositeScore { get; init; }

    /// <summary>The grade of the composite score.</summary>
    public required CompositeCreditGrade Grade { get; init; }

    /// <summary>Whether the legal representative's personal score is flagged (个人信用关联).</summary>
    public required bool PersonLinked { get; init; }

    /// <summary>
    /// Whether the grade lets the subject choose notify-and-commit (告知承诺) for a licence; null where the policy says nothing.
    /// Whether it is barred for one licence item is another question.
    /// </summary>
    public bool? MayCommit { get; init; }

    /// <summary>The changes of all ledgers, in order; those of each ledger sum to its reading.</summary>
    public required IReadOnlyList<LedgerLine> Lines { get; init; }

    /// <summary>Why it came out so.</summary>
    public Explanation Explanation => _explanation ??= explain(this);
}
