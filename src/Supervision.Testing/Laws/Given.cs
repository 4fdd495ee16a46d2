using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;

namespace Supervision.Testing.Laws;

/// <summary>One of everything, with names that a careless encoding would break.</summary>
internal static class Given
{
    public const string RareName = "义乌市𠮷祥䶮餐饮店 “Ärzte” \\ 'quoted' | 100%\u0001";

    public static Digest Hash(string text) => Hashing.Hash.Of(HashKind.Sha256, System.Text.Encoding.UTF8.GetBytes(text));

    public static Subject Subject(string id, string division = "330782", params string[] categories) => new()
    {
        Id = id,
        Kind = SubjectKind.SelfEmployed,
        Name = RareName,
        DivisionCode = division,
        Categories = categories,
    };

    public static Subject FullSubject()
    {
        var uscc = UnifiedSocialCreditCode.Create("91", "330782", "MA2E69DD");
        return new Subject
        {
            Id = uscc.Value + "-01",
            Kind = SubjectKind.Site,
            Name = RareName,
            Uscc = uscc,
            OperatorId = uscc.Value,
            DivisionCode = "330782",
            IndustryCode = "H6210",
            Categories = ["100%7C|x", "餐饮", "𠮷"],
            Status = SubjectStatus.Dormant,
            Address = "稠城街道䶮路1号",
            RegisteredOn = new DateOnly(1999, 12, 31),
            DeliveredRiskClass = "C",
        };
    }

    public static Officer Officer(string id) => new()
    {
        Id = id,
        Name = "𠮷田",
        AgencyId = "yiwu-market",
        CertificateNumber = "浙A-1",
        ValidFrom = new DateOnly(2024, 2, 29),
        ValidTo = new DateOnly(2029, 2, 28),
        Fields = ["food", "特种设备"],
        IsSuspended = true,
    };

    public static SupervisionItem Item() => new()
    {
        Code = "33078200000001",
        ParentCode = "33078200000000",
        Name = "餐饮䶮检查",
        Kind = ItemKind.Key,
        OwnerAgencyId = "yiwu-market",
        Field = "food",
        Basis = [new LegalBasis("食品安全法", "第一百一十条", new DateOnly(2015, 10, 1), new DateOnly(2031, 1, 1)), new LegalBasis("X", "")],
        SubjectCategories = ["餐饮"],
        Contents = [new ItemContent("c1", "𠮷")],
        ChecklistId = "kitchen",
        NationalCode = "99000000000001",
        Version = 3,
        State = ItemState.Suspended,
    };

    public static NationalItem NationalItem() => new("99000000000001", "餐饮䶮检查（国家目录）");

    public static Checklist Checklist(int version = 1) => new(
        "kitchen", version, "厨房䶮",
        [
            new CheckPoint("1.1", "冷链 ≤ 8 °C?", "c1", PointImportance.Key, "serious"),
            new CheckPoint("1.2", "𠮷", "c2", PointImportance.General, null),
        ]);

    public static InspectionPlan Plan(string id = "food-2026") => new()
    {
        Id = id,
        Name = "餐饮𠮷抽查",
        AgencyId = "yiwu-market",
        ItemCode = "33078200000001",
        Field = "food",
        Checklist = Checklist().Reference,
        DivisionCode = "330700",
        SubjectCategories = ["餐饮"],
        From = new DateOnly(2026, 3, 1),
        To = new DateOnly(2026, 12, 31),
        Rates = [new TierRate("A", 10_000), new TierRate("D", 1_000_000)],
        MinPerCell = 2,
        CoolDownDays = 180,
        RatioSource = "义乌 2026.1",
    };

    public static Draw Draw(string id, DateTimeOffset at, string planId = "food-2026") => new()
    {
        Id = id,
        PlanId = planId,
        Number = 1,
        AnnouncementHash = Hash("announcement"),
        FrameCount = 1_030_000,
        FrameRoot = Hash("frame"),
        Seed = Hash("seed"),
        SelectedCount = 2,
        DrawnAt = at,
    };

    public static InspectionTask Task(string id, string subjectId, string drawId = "food-2026-1") => new()
    {
        Id = id,
        DrawId = drawId,
        SubjectId = subjectId,
        ItemCode = "33078200000001",
        Checklist = Checklist().Reference,
        AgencyId = "yiwu-market",
        OfficerIds = ["o2", "o1"],
        DueOn = new DateOnly(2026, 4, 1),
    };

    public static InspectionTask Recorded(InspectionTask task, DateTimeOffset at) => task with
    {
        State = TaskState.Closed,
        Entries =
        [
            new CheckEntry("1.1", CheckAnswer.NonConform, "䶮", [new Evidence(Hash("photo").ToString(), at, "phone", "29.3,120.1")]),
            new CheckEntry("1.2", CheckAnswer.Conform, "", []),
        ],
        Signature = new RecordSignature(null, "拒签", "证人𠮷"),
        RecordedAt = at,
        RecordHash = Hash("record").ToString(),
        RectifyBy = new DateOnly(2026, 5, 1),
        TerminationReason = "无",
        Entry = new EntryScan(task.SubjectId, at, "phone𠮷"),
        PresentOfficerIds = ["o2", "o1"],
        PresentedAt = at,
        OfficerSignatures = [new OfficerSignature("o2", Hash("record").ToString(), at)],
        CheckType = CheckType.RandomInspection,
        ResultCodes = "3,E",
        Order = new RectificationOrder(["1.1"], new DateOnly(2026, 5, 1), "复议䶮", new DateOnly(2026, 4, 1)),
        CorrectionReportedOn = new DateOnly(2026, 4, 20),
        RecheckBy = new DateOnly(2026, 5, 6),
        Recheck = new Recheck(["o1", "o2"], [new CheckEntry("1.1", CheckAnswer.Conform, "", []) { CorrectedOnSpot = true }], at),
        Clue = new ReportedClue(["1.1"], "涉嫌", new DateOnly(2026, 4, 30)),
        EscalatedTo = "case",
        Version = task.Version + 1,
    };

    public static InspectionTask Opened(string id, string subjectId) => Task(id, subjectId) with
    {
        DrawId = null,
        Source = TaskSource.Complaint,
        SourceReference = "C-1",
        SourceBasis = new LegalBasis("优化营商环境条例", "第五十四条", new DateOnly(2020, 1, 1)),
    };

    public static Finding Finding(string taskId, string subjectId, string point, string? severity = "serious") => new(
        $"{taskId}.{point}", taskId, subjectId, point, "c1", severity, new DateOnly(2026, 3, 2), "脏𠮷");

    public static CreditEvent Event(long sequence, string subjectId, DateOnly on) => new(
        $"N-{sequence}", subjectId, CreditEventKind.PointNoticeServed, on, sequence,
        [new CreditFault("c1", OffenceSeverity.Heavier)], 1.5m);

    public static SubjectStanding Standing(string subjectId, decimal points = 2.5m) => new(
        subjectId, new DateOnly(2026, 3, 2), points, 1, 83.3333m, CompositeCreditGrade.B, true, CreditRiskClass.C, 4,
        new PolicyReference("yiwu-12-point", "2026.1", Hash("a").ToString()),
        new PolicyReference("风险", "1", Hash("b").ToString()));
}
