using System.Runtime.CompilerServices;
using Supervision.Catalog;
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

    [Fact]
    public async Task Count_OnlyActiveSubjects_ByTierWithTheirWeights()
    {
        var tiers = await new PlanFrame(new Subjects(
            new FrameSubject("S1", "330782", SubjectStatus.Active, "A", new SubjectWeight("D", 16), null),
            new FrameSubject("S2", "330782", SubjectStatus.Active, "A", new SubjectWeight("D", 10), null),
            new FrameSubject("S3", "330782", SubjectStatus.Deregistered, "A", null, null),
            new FrameSubject("S4", "330782", SubjectStatus.Active, null, null, null)), new Initial())
            .CountAsync("330700", [], s_today, default);
        Assert.Equal([new TierCount("B", 1, 3), new TierCount("D", 2, 26)], tiers);
    }

    private static Task<Frame> BuildAsync(params FrameSubject[] subjects) => BuildAsync(plan => plan, null, subjects);

    private static Task<Frame> BuildAsync(
        Func<InspectionPlan, InspectionPlan> change, Dictionary<string, byte>? exclusions, params FrameSubject[] subjects) =>
        new PlanFrame(new Subjects(subjects), new Initial()).BuildAsync(
            change(new InspectionPlan
            {
                Id = "p", Name = "p", AgencyId = "a", ItemCode = "00000000000001", Field = "food",
                Checklist = new ChecklistReference("c", 1, ""), DivisionCode = "330700", SubjectCategories = [],
                From = s_today, To = s_today, Rates = [], MinPerCell = 0, CoolDownDays = 180, RatioSource = "",
            }),
            s_today, default, exclusions);

    private sealed class Initial : IInitialWeighing
    {
        public SubjectWeight For(string? deliveredRiskClass, DateOnly date) =>
            deliveredRiskClass is null ? new SubjectWeight("B", 3) : new SubjectWeight(deliveredRiskClass, 1);
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
    }
}
