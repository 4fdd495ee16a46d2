using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Core.Tests.Cases;

/// <summary>Takes a case through its steps, as its handlers would record them.</summary>
internal sealed class CaseRun
{
    public const string Chair = "CH01";

    private static readonly string[] s_handlers = ["JH001", "JH002"];

    public CaseRun(DateOnly receivedOn, SubjectKind party = SubjectKind.Enterprise, CaseLaw? law = null)
    {
        (Party, Law) = (party, law ?? Shipped);
        Case = new PenaltyCase
        {
            Id = "case-1",
            AgencyId = "ecology",
            SubjectId = "91999999MA0TE5T16E",
            Clue = new CaseClue
            {
                Source = ClueSource.Inspection, ReceivedOn = receivedOn, ActId = "act-1", ViolationOn = receivedOn, Facts = "氨氮超标排放",
            },
        };
    }

    /// <summary>The shipped rules on the shipped calendar.</summary>
    public static CaseLaw Shipped { get; } = new(Time.Calendars.Clock, PenaltyProcedure.Shipped, DiscretionBenchmarks.Shipped);

    public static Sanction Fine280000 { get; } = new(PenaltyKind.Fine, 280_000m);

    public static IReadOnlyList<Officer> Officers { get; } =
    [
        .. s_handlers.Select(id => new Officer
        {
            Id = id, Name = id, AgencyId = "ecology", CertificateNumber = $"ZJ-{id}", ValidFrom = new DateOnly(2018, 1, 1),
            ValidTo = new DateOnly(2030, 12, 31), Fields = ["ecology"],
        }),
    ];

    public PenaltyCase Case { get; private set; }

    public SubjectKind Party { get; }

    public CaseLaw Law { get; }

    public IReadOnlyList<PenaltyCase> Others { get; init; } = [];

    public static CaseEntry File(DateOnly on) => new(CaseTrigger.File, on)
    {
        Marks = CaseMarks.InitialEvidence | CaseMarks.OwnJurisdiction, ApprovedBy = "head",
    };

    public static CaseEntry Assign(DateOnly on) => new(CaseTrigger.AssignHandlers, on) { Persons = s_handlers };

    public static CaseEntry Notice(DateOnly on, Sanction? sanction = null) => new(CaseTrigger.ServeNotice, on)
    {
        Sanction = sanction ?? Fine280000, Benchmarks = ["water-83-2"], Grade = PenaltyGrade.Lighter, Text = "排放水污染物氨氮浓度超标",
        Marks = CaseMarks.RightsTold | CaseMarks.HearingRightTold,
    };

    public static CaseEntry Discuss(DateOnly on, Sanction? sanction = null) => new(CaseTrigger.Discuss, on)
    {
        Persons = ["head", "deputy", "legal"], Sanction = sanction ?? Fine280000, Text = "同意",
    };

    public static CaseEntry Decide(DateOnly on, Sanction? sanction = null) => new(CaseTrigger.Decide, on)
    {
        Sanction = sanction ?? Fine280000, Benchmarks = ["water-83-2"], Grade = PenaltyGrade.Lighter, Text = "从轻", ApprovedBy = "head",
        Reference = "金环罚〔2026〕1号",
    };

    public static CaseEntry Serve(DateOnly on) => new(CaseTrigger.Serve, on)
    {
        Method = ServiceMethod.HandedOver, Marks = CaseMarks.PublicityTold,
    };

    /// <summary>Records steps; each must be lawful.</summary>
    public CaseRun Take(params CaseEntry[] entries)
    {
        foreach (var entry in entries)
        {
            Case = Try(entry).OrThrow();
        }

        return this;
    }

    public Outcome<PenaltyCase> Try(CaseEntry entry) => CaseLifecycle.Take(
        new CaseFacts(Case, entry, Law, Party, Officers, [], Others), new Actor("clerk", "ecology"),
        new DateTimeOffset(entry.On, new TimeOnly(9, 0), TimeSpan.FromHours(8)));

    public CaseDeadline Deadline(CaseDeadlineKind kind) =>
        CaseDeadlines.Of(Case, Law, Party).Single(deadline => deadline.Kind == kind);

    public string Refusal(CaseEntry entry) => Try(entry).TryGet(out _, out var refusal) ? "" : refusal.Code;
}
