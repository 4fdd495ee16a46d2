using Supervision.Credit;
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
    private readonly int[,] _grades = new int[4, 4];
    private readonly int[,] _classes = new int[4, 4];
    private long _ppmBefore;
    private long _ppmAfter;

    /// <summary>A comparison as of a civil date on which both sets are in force.</summary>
    /// <exception cref="RuleEvaluationException">SUP5052, SUP5055: ratios are not in force on the day.</exception>
    public PolicyComparison(PolicySet before, PolicySet after, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (_before, _after, _asOf) = (before, after, asOf);
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

    /// <summary>Subjects that go from one grade to another.</summary>
    public int Count(CompositeCreditGrade before, CompositeCreditGrade after) => _grades[(int)before - 1, (int)after - 1];

    /// <summary>Subjects that go from one class to another.</summary>
    public int Count(CreditRiskClass before, CreditRiskClass after) => _classes[(int)before - 1, (int)after - 1];

    /// <summary>Judges one subject by both.</summary>
    /// <param name="subject">Subject and the class it starts from.</param>
    /// <param name="history">Credit history; null for an empty one.</param>
    /// <param name="cleanInspections">Recorded inspections without a finding.</param>
    /// <exception cref="RuleEvaluationException">A policy has no answer for the subject.</exception>
    public void Add(StandingRow subject, CreditHistory? history, int cleanInspections)
    {
        var before = AssessSubject.From(subject, history, cleanInspections, _before.Credit, _before.Risk, _asOf);
        var after = AssessSubject.From(subject, history, cleanInspections, _after.Credit, _after.Risk, _asOf);
        Subjects++;
        PointsDifference += after.Points - before.Points;
        _grades[(int)before.Grade - 1, (int)after.Grade - 1]++;
        _classes[(int)before.Class - 1, (int)after.Class - 1]++;
        _ppmBefore += _ratiosBefore[before.Class].Ppm;
        _ppmAfter += _ratiosAfter[after.Class].Ppm;
        var change = new SubjectChange(subject.SubjectId, before, after);
        if (change.IsChange)
        {
            _changes.Add(change);
        }
    }
}
