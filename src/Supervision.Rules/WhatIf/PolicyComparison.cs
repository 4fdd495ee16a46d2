using Supervision.Credit;
using Supervision.DecisionSupport;
using Supervision.Risk;

namespace Supervision.Rules.WhatIf;

/// <summary>
/// Judges one population by two sets of policies and adds up what differs: what a new policy would do before it is in force.
/// Same subjects, same histories, same day. Mutable, not thread-safe; keeps only the subjects that change.
/// </summary>
public sealed class PolicyComparison
{
    private readonly PolicySet _before;
    private readonly PolicySet _after;
    private readonly DateOnly _asOf;
    private readonly DrawRatios _ratiosBefore;
    private readonly DrawRatios _ratiosAfter;
    private readonly List<SubjectChange> _changes = [];
    private readonly ILookup<string, AuditedVisit> _later;
    private readonly RiskEvaluation _riskBefore = new();
    private readonly RiskEvaluation _riskAfter = new();
    private readonly int[,] _grades = new int[4, 4];
    private readonly int[,] _classes = new int[4, 4];
    private long _ppmBefore;
    private long _ppmAfter;

    /// <summary>A comparison as of a civil date on which both sets are in force.</summary>
    /// <param name="before">One set.</param>
    /// <param name="after">The other.</param>
    /// <param name="asOf">Day whose classes are compared.</param>
    /// <param name="later">
    /// Inspections recorded after the day: whether the classes of either set would have told where problems were found. Null for none. What these
    /// found is taken back from what the classes are made of, so that no class is tested by what made it.
    /// </param>
    /// <exception cref="ArgumentException">One of them is not later.</exception>
    /// <exception cref="RuleEvaluationException">SUP5052, SUP5055: ratios are not in force on the day.</exception>
    public PolicyComparison(PolicySet before, PolicySet after, DateOnly asOf, IReadOnlyList<AuditedVisit>? later = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (later?.FirstOrDefault(visit => visit.On <= asOf) is { } early)
        {
            throw new ArgumentException($"Inspection {early.TaskId} is not after {asOf:O}.", nameof(later));
        }

        (_before, _after, _asOf) = (before, after, asOf);
        _later = (later ?? []).ToLookup(visit => visit.SubjectId, StringComparer.Ordinal);
        (_ratiosBefore, _ratiosAfter) = (before.Ratios.RatiosOn(asOf), after.Ratios.RatiosOn(asOf));
    }

    /// <summary>Number of subjects judged.</summary>
    public int Subjects { get; private set; }

    /// <summary>Sum of the active points after less before.</summary>
    public decimal PointsDifference { get; private set; }

    /// <summary>Expected visits of one draw of everybody by the set before: the sum of the ratios.</summary>
    public decimal VisitsBefore => _ppmBefore / 1_000_000m;

    /// <summary>Expected visits of one draw of everybody by the set after.</summary>
    public decimal VisitsAfter => _ppmAfter / 1_000_000m;

    /// <summary>The subjects whose points, score, grade or class differ, in the order in which they were added.</summary>
    public IReadOnlyList<SubjectChange> Changes => _changes;

    /// <summary>
    /// Whether the classes by the set before told where the later inspections found problems, with officer, station and season beside them. Only
    /// drawn subjects count.
    /// </summary>
    public RiskEvaluationReport RiskBefore => _riskBefore.Report();

    /// <summary>The same of the classes by the set after, over the same inspections.</summary>
    public RiskEvaluationReport RiskAfter => _riskAfter.Report();

    /// <summary>Subjects that go from one grade to another.</summary>
    public int Count(CompositeCreditGrade before, CompositeCreditGrade after) => _grades[(int)before - 1, (int)after - 1];

    /// <summary>Subjects that go from one class to another.</summary>
    public int Count(CreditRiskClass before, CreditRiskClass after) => _classes[(int)before - 1, (int)after - 1];

    /// <summary>Judges one subject by both.</summary>
    /// <param name="subject">Subject and the class it starts from.</param>
    /// <param name="history">Credit history; null for an empty one.</param>
    /// <param name="cleanInspections">Recorded inspections without a finding, the later ones among them.</param>
    /// <exception cref="RuleEvaluationException">A policy has no answer for the subject.</exception>
    public void Add(StandingRow subject, CreditHistory? history, int cleanInspections)
    {
        var later = _later[subject.SubjectId];
        cleanInspections -= later.Count(visit => !visit.HasFinding);
        var before = AssessSubject.From(subject, history, cleanInspections, _before.Credit, _before.Risk, _asOf);
        var after = AssessSubject.From(subject, history, cleanInspections, _after.Credit, _after.Risk, _asOf);
        Subjects++;
        PointsDifference += after.Points - before.Points;
        _grades[(int)before.Grade - 1, (int)after.Grade - 1]++;
        _classes[(int)before.Class - 1, (int)after.Class - 1]++;
        _ppmBefore += _ratiosBefore[before.Class].Ppm;
        _ppmAfter += _ratiosAfter[after.Class].Ppm;
        foreach (var visit in later.Where(visit => visit.RiskClass is not null))
        {
            _riskBefore.Add(visit with { RiskClass = before.Class.ToString() });
            _riskAfter.Add(visit with { RiskClass = after.Class.ToString() });
        }

        var change = new SubjectChange(subject.SubjectId, before, after);
        if (change.IsChange)
        {
            _changes.Add(change);
        }
    }
}
