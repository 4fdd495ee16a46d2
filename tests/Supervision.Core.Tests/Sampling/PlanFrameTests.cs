using System.Runtime.CompilerServices;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

// Goal: nobody is missing from a frame, and whoever is left out of the draw is there with the reason.
public sealed class PlanFrameTests
{
    private static readonly DateOnly s_today = new(2026, 9, 14);

    [Theory]
    [InlineData(SubjectStatus.Active, null, FrameStatus.Eligible)]
    [InlineData(SubjectStatus.Active, 0, FrameStatus.CoolDown)]
    [InlineData(SubjectStatus.Active, 179, FrameStatus.CoolDown)]
    [InlineData(SubjectStatus.Active, 180, FrameStatus.Eligible)]
    [InlineData(SubjectStatus.Dormant, null, FrameStatus.NotDrawable)]
    [InlineData(SubjectStatus.Deregistered, 400, FrameStatus.NotDrawable)]
    [InlineData(SubjectStatus.LicenceRevoked, 1, FrameStatus.NotDrawable)]
    public async Task Build_StatusAndLastInspection_GiveTheReason(SubjectStatus status, int? daysAgo, byte expected)
    {
        var frame = await BuildAsync(new FrameSubject(
            "S", "330782", status, "C", null, daysAgo is { } days ? s_today.AddDays(-days) : null));
        Assert.Equal(expected, frame.RecordAt(0).Status);
    }

    [Fact]
    public async Task Build_AssessedSubject_UsesItsOwnWeight_AnotherTheInitialOne()
    {
        var frame = await BuildAsync(
            new FrameSubject("S1", "330782", SubjectStatus.Active, "A", new SubjectWeight("D", 16), null),
            new FrameSubject("S2", "330783", SubjectStatus.Active, "A", null, null));
        Assert.Equal(new FrameRecord("S1", "D|330782", 16, FrameStatus.Eligible), frame.RecordAt(0));
        Assert.Equal(new FrameRecord("S2", "A|330783", 1, FrameStatus.Eligible), frame.RecordAt(1));
    }

    // Goal: frequency becomes eligibility and floors; a list of exclusions gives its own reasons; industry parts cells.
    [Fact]
    public async Task Build_FrequencyExclusionsAndIndustry_ShapeTheFrame()
    {
        var frame = await BuildAsync(
            plan => plan with { CoolDownDays = 0, Frequency = new VisitFrequency(6, 12), ByIndustry = true, To = new DateOnly(2026, 12, 31) },
            new Dictionary<string, byte> { ["S4"] = FrameStatus.NoTrouble, ["S5"] = FrameStatus.FullCoverage },
            new FrameSubject("S1", "330782", SubjectStatus.Active, "A", null, new(2026, 8, 1), "5612"),
            new FrameSubject("S2", "330782", SubjectStatus.Active, "A", null, new(2026, 2, 1), "5612"),
            new FrameSubject("S3", "330782", SubjectStatus.Active, "A", null, new(2025, 9, 1), "5612"),
            new FrameSubject("S4", "330782", SubjectStatus.Active, "A", null, new(2025, 9, 1), ""),
            new FrameSubject("S5", "330782", SubjectStatus.Active, "A", null, null, ""));
        Assert.Equal(
            [
                new FrameRecord("S1", "A|330782|5612", 1, FrameStatus.CoolDown),
                new FrameRecord("S2", "A|330782|5612", 1, FrameStatus.Eligible),
                new FrameRecord("S3", "due|330782|5612", 1, FrameStatus.Eligible),
                new FrameRecord("S4", "A|330782|-", 1, FrameStatus.NoTrouble),
                new FrameRecord("S5", "A|330782|-", 1, FrameStatus.FullCoverage),
            ],
            frame.Records);
    }

    // Class to frequency (domain, section 7.2): each class rests as long as its rate says, where it names none as long as the plan says.
    [Theory]
    [InlineData("A", 365, FrameStatus.CoolDown)]
    [InlineData("A", 366, FrameStatus.Eligible)]
    [InlineData("C", 182, FrameStatus.CoolDown)]
    [InlineData("C", 183, FrameStatus.Eligible)]
    [InlineData("D", 0, FrameStatus.Eligible)]
    [InlineData("B", 179, FrameStatus.CoolDown)]
    [InlineData("B", 180, FrameStatus.Eligible)]
    public async Task Build_RestDaysOfAClass_SayHowOftenItIsVisitedAtMost(string tier, int daysAgo, byte expected)
    {
        var frame = await BuildAsync(
            plan => plan with
            {
                Rates = [new("A", 1) { RestDays = 366 }, new("B", 1), new("C", 1) { RestDays = 183 }, new("D", 1) { RestDays = 0 }],
            },
            null, new FrameSubject("S", "330782", SubjectStatus.Active, tier, null, s_today.AddDays(-daysAgo)));
        Assert.Equal(expected, frame.RecordAt(0).Status);
    }

    // Domain, sections 7.2 and 13: key supervision raises tier and weight, never lowers them; who is to be left in peace is out with the reason,
    // unless a statute demands the visit; a reason of the caller's stays.
    [Fact]
    public async Task Build_Marks_RaiseTheTierOrLeaveInPeace()
    {
        var subjects = new[] { "S1", "S2", "S3", "S4", "S5" }
            .Select(id => new FrameSubject(id, "330782", SubjectStatus.Active, "A", id == "S2" ? new SubjectWeight("D", 40) : null, null)).ToArray();
        subjects[3] = subjects[3] with { LastInspectedOn = new DateOnly(2024, 1, 1) };
        var marks = new Marks(new()
        {
            ["S1"] = Mark("C"), ["S2"] = Mark("C"), ["S3"] = Mark(null), ["S4"] = Mark(null), ["S5"] = Mark("D"),
        });
        var frame = await new PlanFrame(new Subjects(subjects), new Initial(), marks).BuildAsync(
            Plan() with { Frequency = new VisitFrequency(null, 24), CoolDownDays = 0 }, s_today, default, new Dictionary<string, byte> { ["S5"] = FrameStatus.Exempt });
        Assert.Equal(
            [
                new FrameRecord("S1", "due|330782", 3, FrameStatus.Eligible),
                new FrameRecord("S2", "due|330782", 40, FrameStatus.Eligible),
                new FrameRecord("S3", "due|330782", 1, FrameStatus.Eligible),
                new FrameRecord("S4", "due|330782", 1, FrameStatus.Eligible),
                new FrameRecord("S5", "D|330782", 4, FrameStatus.Exempt),
            ],
            frame.Records);
        frame = await new PlanFrame(new Subjects(subjects), new Initial(), marks).BuildAsync(Plan(), s_today, default);
        Assert.Equal(
            [
                new FrameRecord("S1", "C|330782", 3, FrameStatus.Eligible),
                new FrameRecord("S2", "D|330782", 40, FrameStatus.Eligible),
                new FrameRecord("S3", "A|330782", 1, FrameStatus.NoTrouble),
                new FrameRecord("S4", "A|330782", 1, FrameStatus.NoTrouble),
                new FrameRecord("S5", "D|330782", 4, FrameStatus.Eligible),
            ],
            frame.Records);
        var tiers = await new PlanFrame(new Subjects(subjects), new Initial(), marks).CountAsync("330700", [], s_today, default);
        Assert.Equal([new TierCount("C", 1, 3), new TierCount("D", 2, 44)], tiers);
    }

    [Fact]
    public async Task Explain_EachPlace_SaysWeightRatioAndEntry()
    {
        var frames = new PlanFrame(
            new Subjects(
                new FrameSubject("S1", "330782", SubjectStatus.Active, "A", null, null),
                new FrameSubject("S2", "330782", SubjectStatus.Active, null, new SubjectWeight("B", 3), null),
                new FrameSubject("S3", "330782", SubjectStatus.Active, "A", null, s_today),
                new FrameSubject("S5", "330782", SubjectStatus.Active, "A", null, s_today)),
            new Initial(), new Marks(new() { ["S1"] = Mark("D"), ["S2"] = Mark(null), ["S5"] = Mark("D") }));
        var plan = Plan() with { Rates = [new TierRate("A", 50_000), new TierRate("D", 1_000_000)] };
        Assert.Equal(
            ["frame.eligible S1 p 2026-09-14 D|330782 4 1000000", "frame.weight.initial A 1", "mark", "frame.ratios "],
            Lines((await frames.ExplainAsync(plan, "S1", s_today, default)).OrThrow()));
        Assert.Equal(
            ["frame.left.4 S2 p 2026-09-14", "frame.weight.assessed B 3", "mark", "frame.ratios "],
            Lines((await frames.ExplainAsync(plan, "S2", s_today, default)).OrThrow()));
        Assert.Equal(
            ["frame.left.1 S3 p 2026-09-14", "frame.weight.initial A 1", "frame.rest 2026-09-14 180", "frame.ratios "],
            Lines((await frames.ExplainAsync(plan, "S3", s_today, default)).OrThrow()));

        // A recent visit keeps nobody out who is under key supervision.
        Assert.Equal("frame.eligible S5 p 2026-09-14 D|330782 4 1000000", Lines((await frames.ExplainAsync(plan, "S5", s_today, default)).OrThrow()).First());
        Assert.False((await frames.ExplainAsync(plan, "S4", s_today, default)).IsAccepted);
    }

    [Fact]
    public async Task Count_OnlyActiveSubjects_ByTierWithTheirWeights()
    {
        var tiers = await new PlanFrame(new Subjects(
            new FrameSubject("S1", "330782", SubjectStatus.Active, "A", new SubjectWeight("D", 16), null),
            new FrameSubject("S2", "330782", SubjectStatus.Active, "A", new SubjectWeight("D", 10), null),
            new FrameSubject("S3", "330782", SubjectStatus.Deregistered, "A", null, null),
            new FrameSubject("S4", "330782", SubjectStatus.Active, null, null, null)), new Initial(), new Marks([]))
            .CountAsync("330700", [], s_today, default);
        Assert.Equal([new TierCount("B", 1, 3), new TierCount("D", 2, 26)], tiers);
    }

    private static Task<Frame> BuildAsync(params FrameSubject[] subjects) => BuildAsync(plan => plan, null, subjects);

    private static Task<Frame> BuildAsync(
        Func<InspectionPlan, InspectionPlan> change, Dictionary<string, byte>? exclusions, params FrameSubject[] subjects) =>
        new PlanFrame(new Subjects(subjects), new Initial(), new Marks([])).BuildAsync(
            change(Plan()), s_today, default, exclusions);

    private static InspectionPlan Plan() => new()
    {
        Id = "p", Name = "p", AgencyId = "a", ItemCode = "00000000000001", Field = "food",
        Checklist = new ChecklistReference("c", 1, ""), DivisionCode = "330700", SubjectCategories = [],
        From = s_today, To = s_today, Rates = [], MinPerCell = 0, CoolDownDays = 180, RatioSource = "",
    };

    private static FrameMark Mark(string? tier) => new(tier, tier == "D", Explanation.Of(Message.Literal("mark")));

    private static IEnumerable<string> Lines(Explanation explanation) =>
        new[] { explanation }.Concat(explanation.Because).Select(line => string.Join(' ', [line.Text.Key, .. line.Text.Arguments]));

    private sealed class Marks(Dictionary<string, FrameMark> marks) : IFrameMarks
    {
        public Task<IReadOnlyDictionary<string, FrameMark>> OnAsync(DateOnly date, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, FrameMark>>(marks);
    }

    private sealed class Initial : IInitialWeighing
    {
        public SubjectWeight For(string? deliveredRiskClass, DateOnly date) =>
            deliveredRiskClass is null ? new SubjectWeight("B", 3) : new SubjectWeight(deliveredRiskClass, deliveredRiskClass switch { "D" => 4, "C" => 3, _ => 1 });
    }

    private sealed class Subjects(params FrameSubject[] subjects) : IDrawStore
    {
        public async IAsyncEnumerable<FrameSubject> StreamFrameAsync(
            string divisionCode, IReadOnlyList<string> categories, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var subject in subjects)
            {
                yield return subject;
            }
        }

        public Task AddPlanAsync(InspectionPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<InspectionPlan?> FindPlanAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<InspectionPlan>> FindPlansAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<InspectionPlan>> ListPlansAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<LoggedAnnouncement?> LastAnnouncementAsync(string authority, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<int> LastNumberAsync(string authority, string programme, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task AddAnnouncementAsync(LoggedAnnouncement announcement, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<LoggedAnnouncement>> ListAnnouncementsAsync(string authority, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task EndAnnouncementAsync(LoggedAnnouncement announcement, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task UnsealDrawAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task AddReserveUseAsync(string drawId, ReserveUse use, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<ReserveUse>> ListReserveUsesAsync(string drawId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task AddDrawAsync(Draw draw, IReadOnlyList<DrawnSubject> subjects, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Draw?> FindDrawAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<Draw>> ListDrawsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<DrawnSubject>> ListDrawnAsync(string drawId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<DrawnSubject>> ListDrawnPageAsync(string drawId, string? afterId, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ReserveUse?> LastReserveUseAsync(string drawId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<InspectionPlan>> ListNewestPlansAsync(string? agencyId, string? area, string? afterId, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<(string AgencyId, string DivisionCode)>> ListPlanPlacesAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<LoggedAnnouncement?> FindAnnouncementAsync(DrawNumber number, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<LoggedAnnouncement>> ListOpenAnnouncementsAsync(string? agencyId, string? area, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<Draw>> ListNewestDrawsAsync(string? agencyId, string? area, string? afterId, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<Draw>> ListDrawsOfPlansAsync(IReadOnlyList<string> planIds, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
