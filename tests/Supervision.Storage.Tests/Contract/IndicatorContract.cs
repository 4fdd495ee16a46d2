using Supervision.Audit;
using Supervision.Cases;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.DecisionSupport;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Testing.Laws;
using Supervision.Warnings;

namespace Supervision.Storage.Tests.Contract;

// Goal: what the database counts is what counting by hand gives, for every source, field and value, on every engine.
public abstract class IndicatorContract(IStorageUnderTest storage) : ContractTests(storage)
{
    private static readonly DateOnly s_march = new(2026, 3, 1);
    private static readonly IndicatorPeriod s_period = new(
        s_march, new DateOnly(2026, 3, 31), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public async Task Count_TasksByHand_AgreesInEveryField()
    {
        var (tasks, found) = await TasksAsync();
        bool Within(DateOnly? day) => day >= s_march && day <= s_period.To;
        DateOnly? RecordedOn(InspectionTask task) => task.RecordedAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null;
        var visits = tasks.Where(task => Within(RecordedOn(task))).ToList();
        Assert.NotEmpty(visits);
        await SameAsync(visits, new(IndicatorSource.Visits, []));
        await SameAsync(visits.Where(task => found.Contains(task.Id)), With(IndicatorSource.Visits, "found", "true"));
        await SameAsync(visits.Where(task => !found.Contains(task.Id)), With(IndicatorSource.Visits, "found", "false"));
        await SameAsync(visits.Where(task => task.DrawId is not null), With(IndicatorSource.Visits, "drawn", "true"));
        await SameAsync(visits.Where(task => RecordedOn(task) <= task.DueOn), With(IndicatorSource.Visits, "onTime", "true"));
        await SameAsync(visits.Where(task => task.Entry is not null), With(IndicatorSource.Visits, "byDevice", "true"));
        await SameAsync(
            visits.Where(task => tasks.Any(other => other.AgencyId != task.AgencyId && other.SubjectId == task.SubjectId && RecordedOn(other) == RecordedOn(task))),
            With(IndicatorSource.Visits, "joint", "true"));
        await SameAsync(visits.Where(task => task.Source is TaskSource.Complaint or TaskSource.LookBack), With(IndicatorSource.Visits, "source", "Complaint", "LookBack"));
        await SameAsync(visits.Where(task => task.State == TaskState.Closed), With(IndicatorSource.Visits, "state", "Closed"));
        await SameAsync(tasks.Where(task => Within(task.DueOn)), new(IndicatorSource.DueTasks, []));
        await SameAsync(tasks.Where(task => Within(task.DueOn) && RecordedOn(task) <= task.DueOn), With(IndicatorSource.DueTasks, "onTime", "true"));
        await SameAsync(tasks.Where(task => Within(task.RectifyBy)), new(IndicatorSource.Orders, []));
        await SameAsync(tasks.Where(task => Within(task.RectifyBy) && task.CorrectionReportedOn <= task.RectifyBy), With(IndicatorSource.Orders, "onTime", "true"));
        Assert.Equal(
            visits.GroupBy(task => Division(task.SubjectId)).Select(group => (group.Key, (long)group.Select(task => (task.SubjectId, RecordedOn(task))).Distinct().Count())).Order(),
            (await CountAsync(new(IndicatorSource.Doors, []), "")).Select(count => (count.DivisionCode, count.Count)));
        Assert.Equal(
            visits.Count(task => Division(task.SubjectId) == "330782"), (await CountAsync(new(IndicatorSource.Visits, []), "3307")).Sum(count => count.Count));
    }

    [Fact]
    public async Task Count_MattersOfficersAndCredit_AgreesByHand()
    {
        await TasksAsync();
        await CommitAsync<IOfficerStore>(async store =>
        {
            await store.SaveAgencyAsync(new Agency("a", "a", "330700", []), Token);
            var officer = Given.Officer("o1") with { AgencyId = "a", IsSuspended = false, ValidFrom = new(2026, 3, 31), ValidTo = new(2026, 3, 31) };
            await store.SaveOfficersAsync([
                officer, officer with { Id = "o2", IsSuspended = true }, officer with { Id = "o3", ValidFrom = new(2026, 4, 1), ValidTo = new(2027, 1, 1) },
                officer with { Id = "o4", ValidFrom = new(2020, 1, 1), ValidTo = new(2026, 3, 30) }], Token);
        });
        Assert.Equal([new IndicatorCount("a", "330700", 2)], await CountAsync(new(IndicatorSource.Officers, []), ""));
        Assert.Equal([new IndicatorCount("a", "330700", 1)], await CountAsync(With(IndicatorSource.Officers, "suspended", "false"), ""));

        await CommitAsync<ICreditEventStore>(store => store.AddAsync([
            new CreditEvent("N-1", "S-1", CreditEventKind.PointNoticeServed, s_march, 1, []),
            new CreditEvent("R-1", "S-1", CreditEventKind.RepairApproved, s_period.To, 2, [], 1m),
            new CreditEvent("N-2", "S-1", CreditEventKind.PointNoticeServed, s_march.AddDays(-1), 3, [])], Token));
        Assert.Equal([new IndicatorCount("", Division("S-1"), 1)], await CountAsync(With(IndicatorSource.CreditEvents, "kind", "PointNoticeServed"), ""));
        Assert.Equal([new IndicatorCount("", Division("S-1"), 2)], await CountAsync(new(IndicatorSource.CreditEvents, []), ""));

        await CommitAsync<IMatterStore>(async store =>
        {
            await store.AddAsync(Matter("W-1", s_period.Start, MatterState.Disposed, "S-2", MatterKind.Warning), Token);
            await store.AddAsync(Matter("W-2", s_period.End.AddTicks(-10), MatterState.Tasked, null, MatterKind.Warning), Token);
            await store.AddAsync(Matter("W-3", s_period.End, MatterState.Disposed, "S-2", MatterKind.Warning), Token);
            await store.AddAsync(Matter("E-1", s_period.Start, MatterState.Closed, null, MatterKind.Event), Token);
        });
        Assert.Equal(
            [new IndicatorCount("a", "330700", 1), new IndicatorCount("a", Division("S-2"), 1)],
            (await CountAsync(new(IndicatorSource.Warnings, []), "")).OrderBy(count => count.DivisionCode != "330700"));
        Assert.Equal([new IndicatorCount("a", Division("S-2"), 1)], await CountAsync(With(IndicatorSource.Warnings, "state", "Disposed", "Closed"), ""));
        Assert.Equal(1, (await CountAsync(With(IndicatorSource.Events, "escalated", "false"), "")).Sum(count => count.Count));
    }

    // Active: acted before the period ended. Twice: two acts in it. Another agency's person of the same name is another person.
    [Fact]
    public async Task Count_Accounts_AreThoseOfTheJournal()
    {
        JournalRecord Act(string key, string officer, string agency, DateTimeOffset at) => new("task.accepted", key, new Actor(officer, agency), at, "{}");
        await CommitAsync<IOfficerStore>(
            async store =>
            {
                await store.SaveAgencyAsync(new Agency("a", "a", "330700", []), Token);
                var officer = Given.Officer("o1") with { AgencyId = "a", IsSuspended = false, ValidFrom = new(2026, 1, 1), ValidTo = new(2027, 1, 1) };
                await store.SaveOfficersAsync([officer, officer with { Id = "o2" }, officer with { Id = "o3" }, officer with { Id = "o4" }], Token);
            },
            Act("k1", "o1", "a", s_period.Start), Act("k2", "o1", "a", s_period.End.AddTicks(-10)), Act("k3", "o2", "a", s_period.Start.AddDays(-1)),
            Act("k4", "o2", "a", s_period.Start), Act("k5", "o3", "b", s_period.Start), Act("k6", "o4", "a", s_period.End));
        Assert.Equal([new IndicatorCount("a", "330700", 2)], await CountAsync(With(IndicatorSource.Officers, "active", "true"), ""));
        Assert.Equal([new IndicatorCount("a", "330700", 1)], await CountAsync(With(IndicatorSource.Officers, "usedTwice", "true"), ""));
        Assert.Equal([new IndicatorCount("a", "330700", 4)], await CountAsync(new(IndicatorSource.Officers, []), ""));
    }

    // A publication counts by its last day, made in time, late or not at all; what a later step counts takes the place of what an earlier one did.
    [Fact]
    public async Task Count_Publications_AreThoseOfTheLastStep()
    {
        CaseDeadline Clock(CaseDeadlineKind kind, DateOnly? due, DateOnly? met) => new()
        {
            Kind = kind, Start = s_march, Due = due, MetOn = met, CalendarVersion = "", Explanation = Explanation.Of(Message.Literal("x")),
        };
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-2", "330782")], Token));
        var made = PenaltyCase.Replay("c-1", "a", "S-2", new CaseClue { Source = ClueSource.Inspection, ReceivedOn = s_march, ActId = "act-1", ViolationOn = s_march, Facts = "x" }, []);
        await CommitAsync<ICaseStore>(store => store.SavePublicitiesAsync(made, [Clock(CaseDeadlineKind.DoublePublicity, s_march.AddDays(40), null)], Token));
        await CommitAsync<ICaseStore>(store => store.SavePublicitiesAsync(
            made, [Clock(CaseDeadlineKind.DoublePublicity, s_march, s_march), Clock(CaseDeadlineKind.MarketPublicity, s_period.To, s_period.To.AddDays(1)), Clock(CaseDeadlineKind.PushPublicity, null, null)], Token));
        Assert.Equal([new IndicatorCount("a", "330782", 2)], await CountAsync(new(IndicatorSource.Publications, []), ""));
        Assert.Equal([new IndicatorCount("a", "330782", 1)], await CountAsync(With(IndicatorSource.Publications, "onTime", "true"), ""));
        Assert.Equal([new IndicatorCount("a", "330782", 1)], await CountAsync(With(IndicatorSource.Publications, "kind", "MarketPublicity"), ""));
    }

    // Readings that came count on every day of the period; those that are missing only where the days for mending are over.
    [Fact]
    public async Task Count_Readings_AddsUpDays_AndLetsYoungGapsWait()
    {
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Given.Subject("S-2", "330782"), Given.Subject("S-3", "330102")], Token));
        await CommitAsync<ISensorDayStore>(store => store.SaveAsync(
            [
                new("S-2", "outlet-1", s_march.AddDays(-1), 24, 24, 24), new("S-2", "outlet-1", s_march, 24, 20, 18), new("S-2", "outlet-2", s_march.AddDays(9), 24, 0, 0),
                new("S-2", "outlet-1", s_march.AddDays(10), 24, 23, 23), new("S-3", "outlet-1", s_period.To, 24, 24, 12), new("S-3", "outlet-1", s_period.To.AddDays(1), 24, 1, 1),
            ],
            Token));
        Assert.Equal([new("", "330102", 24), new IndicatorCount("", "330782", 72)], await CountAsync(new(IndicatorSource.Readings, []), ""));
        Assert.Equal([new("", "330102", 12), new IndicatorCount("", "330782", 41)], await CountAsync(With(IndicatorSource.Readings, "outcome", "Valid"), ""));
        Assert.Equal([new IndicatorCount("", "330782", 2 + 4 + 24 + 1)], await CountAsync(With(IndicatorSource.Readings, "outcome", "Invalid", "Missing"), "3307"));
        Assert.Equal([new IndicatorCount("", "330782", 24)], await CountAsync(With(IndicatorSource.Readings, "point", "outlet-2"), "3307"));
        var young = s_period with { GapsTo = s_march.AddDays(9) };
        Assert.Equal(
            [new IndicatorCount("", "330782", 71)],
            await ReadAsync<IIndicatorStore, IReadOnlyList<IndicatorCount>>(store => store.CountAsync(new(IndicatorSource.Readings, []), young, "330782", Token)));

        // The gap of the tenth is mended: the same point and day again, and nothing is counted twice.
        var mended = default(SaveCount);
        await CommitAsync<ISensorDayStore>(async store =>
            mended = await store.SaveAsync([new("S-2", "outlet-2", s_march.AddDays(9), 24, 24, 24), new("S-3", "outlet-1", s_period.To, 24, 24, 12)], Token));
        Assert.Equal(new SaveCount(0, 1, 1), mended);
        Assert.Equal([new IndicatorCount("", "330782", 65)], await CountAsync(With(IndicatorSource.Readings, "outcome", "Valid"), "330782"));
    }

    // One statement over all measures and periods is what counting each by itself gives, for every source and field.
    [Fact]
    public async Task CountEach_OverDaysAndMonths_IsWhatEachPeriodGivesByItself()
    {
        await TasksAsync();
        await CommitAsync<IMatterStore>(async store =>
        {
            for (var day = 0; day < 20; day++)
            {
                await store.AddAsync(Matter($"W-{day}", s_period.Start.AddDays(day).AddMinutes(day % 2 == 0 ? 0 : -1), MatterState.Raised, "S-2", MatterKind.Warning), Token);
            }
        });
        await CommitAsync<ISensorDayStore>(store => store.SaveAsync([.. Enumerable.Range(-3, 40).Select(day => new SensorDay("S-2", "p", s_march.AddDays(day), 24, 24 - (day & 3), 20))], Token));
        await CommitAsync<IOfficerStore>(async store =>
        {
            await store.SaveAgencyAsync(new Agency("a", "a", "330700", []), Token);
            await store.SaveOfficersAsync([Given.Officer("o1") with { AgencyId = "a", ValidFrom = s_march.AddDays(2), ValidTo = s_march.AddDays(20) }], Token);
        });
        IReadOnlyList<IndicatorPeriod> periods = [.. new[] { 0, 1, 5, 17, 31 }.Zip([1, 5, 17, 31, 35], (from, to) => new IndicatorPeriod(
            s_march.AddDays(from), s_march.AddDays(to - 1), s_period.Start.AddDays(from), s_period.Start.AddDays(to)) { GapsTo = s_march.AddDays(12) })];
        foreach (var source in Enum.GetValues<IndicatorSource>())
        {
            List<IndicatorMeasure> measures =
            [
                new(source, []), .. IndicatorFields.Of(source).SelectMany(field => field.Value.Take(3).Select(value => new IndicatorMeasure(source, [new IndicatorFilter(field.Key, [value])]))),
            ];
            var each = await ReadAsync<IIndicatorStore, IReadOnlyList<IReadOnlyList<IReadOnlyList<IndicatorCount>>>>(store => store.CountEachAsync(measures, periods, "", Token));
            foreach (var (measure, counts) in measures.Zip(each))
            {
                for (var at = 0; at < periods.Count; at++)
                {
                    Assert.Equal(await ReadAsync<IIndicatorStore, IReadOnlyList<IndicatorCount>>(store => store.CountAsync(measure, periods[at], "", Token)), counts[at]);
                }
            }

            Assert.True(source is IndicatorSource.Events or IndicatorSource.CreditEvents or IndicatorSource.Publications || each[0].Count(one => one.Count > 0) > 1, $"{source}");
        }
    }

    // A definition that the reader lets pass must never fail in the database.
    [Fact]
    public async Task Count_EveryFieldAndValue_IsKnownToTheDatabase()
    {
        foreach (var source in Enum.GetValues<IndicatorSource>())
        {
            foreach (var (field, values) in IndicatorFields.Of(source))
            {
                Assert.Empty(await CountAsync(new(source, [new IndicatorFilter(field, values.Length == 0 ? ["x"] : values)]), ""));
            }
        }
    }

    private async Task SameAsync(IEnumerable<InspectionTask> tasks, IndicatorMeasure measure) => Assert.Equal(
        tasks.GroupBy(task => (task.AgencyId, Division(task.SubjectId))).Select(group => new IndicatorCount(group.Key.AgencyId, group.Key.Item2, group.Count()))
            .OrderBy(count => count.AgencyId, StringComparer.Ordinal).ThenBy(count => count.DivisionCode, StringComparer.Ordinal),
        await CountAsync(measure, ""));

    private Task<IReadOnlyList<IndicatorCount>> CountAsync(IndicatorMeasure measure, string prefix) =>
        ReadAsync<IIndicatorStore, IReadOnlyList<IndicatorCount>>(store => store.CountAsync(measure, s_period, prefix, Token));

    private static IndicatorMeasure With(IndicatorSource source, string field, params string[] values) => new(source, [new IndicatorFilter(field, values)]);

    private static string Division(string subjectId) => subjectId[^1] % 2 == 0 ? "330782" : "330102";

    private static Matter Matter(string id, DateTimeOffset at, MatterState state, string? subject, MatterKind kind) => new()
    {
        Id = id, Kind = kind, AgencyId = "a", OriginAgencyId = "a", SubjectId = subject, Category = "x", Title = "x", OpenedAt = at, State = state, Parties = ["a"],
    };

    private async Task<(List<InspectionTask> Tasks, HashSet<string> Found)> TasksAsync()
    {
        var random = new Random(20260331);
        var tasks = new List<InspectionTask>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 120; i++)
        {
            var task = random.Next(2) == 0 ? Given.Task($"T-{i}", $"S-{random.Next(6)}") : Given.Opened($"T-{i}", $"S-{random.Next(6)}");
            task = task with { AgencyId = random.Next(2) == 0 ? "a" : "b", DueOn = s_march.AddDays(random.Next(-5, 36)) };
            if (random.Next(4) > 0)
            {
                // Half past midnight: the civil day is that of the place, not of UTC.
                var at = new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.FromHours(8)).AddDays(random.Next(-4, 35));
                task = Given.Recorded(task, at) with
                {
                    Version = 1,
                    State = random.Next(2) == 0 ? TaskState.Closed : TaskState.Rectifying,
                    Entry = random.Next(2) == 0 ? new EntryScan(task.SubjectId, at, "phone") : null,
                    RectifyBy = random.Next(2) == 0 ? s_march.AddDays(random.Next(-3, 34)) : null,
                    CorrectionReportedOn = random.Next(2) == 0 ? s_march.AddDays(random.Next(-3, 34)) : null,
                };
                if (random.Next(2) == 0)
                {
                    found.Add(task.Id);
                }
            }

            tasks.Add(task);
        }

        await CommitAsync<ISubjectStore>(store => store.SaveAsync([.. Enumerable.Range(0, 6).Select(i => Given.Subject($"S-{i}", Division($"S-{i}")))], Token));
        await CommitAsync<ITaskStore>(async store =>
        {
            await store.AddAsync(tasks, Token);
            await store.AddFindingsAsync([.. found.Select(id => new Finding($"{id}-1.1", id, tasks.Single(task => task.Id == id).SubjectId, "1.1", "c1", null, s_march, ""))], Token);
        });
        return (tasks, found);
    }
}
