using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Testing.Laws;

// Goal: a matter comes back as it was left, a lost update is refused, and whatever is overdue climbs the hierarchy, once a rung.
internal sealed class MatterLaws : StoreSuite
{
    private static readonly Actor s_system = new("sweeper", "city") { Roles = Roles.All };

    [Law]
    public async Task Matter_SavedWithSteps_ComesBackAndALostUpdateIsRefused()
    {
        await AgenciesAsync();
        var opened = await ReportAsync("E-1", EventOrigin.GridEvent, Now.AddHours(-1));
        var triaged = (await StepAsync("E-1", new MatterEntry(MatterTrigger.Triage, Now) { Category = "road-verge", Text = "隔离带𠮷" })).OrThrow();
        var dispatched = (await StepAsync("E-1", new MatterEntry(MatterTrigger.Dispatch, Now) { AgencyIds = ["county"], Facts = new Dictionary<string, string> { ["键"] = "值" } })).OrThrow();
        await ReopenAsync();
        var found = await ReadAsync<IMatterStore, Matter?>(store => store.FindAsync("E-1", Token));
        Assert.Equal((dispatched.State, "county", "值", dispatched.Clock), (found!.State, found.AgencyId, found.Fact("键"), found.Clock));
        Assert.Equal(["city", "county"], found.Parties);
        Assert.Equal(dispatched.Steps.Select(step => (step.Number, step.Entry.Trigger, step.Entry.Text, step.To)), found.Steps.Select(step => (step.Number, step.Entry.Trigger, step.Entry.Text, step.To)));
        Assert.Empty(opened.Steps);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<IMatterStore>(store => store.UpdateAsync(triaged, Token)));
    }

    // The inbox: what is closed does not push out what is open, and what has no clock comes last.
    [Law]
    public async Task ListOpen_LeavesOutWhatIsClosed_AndPutsFirstWhatIsDueFirst()
    {
        foreach (var (id, state, hours) in new (string, MatterState, int?)[]
        {
            ("E-1", MatterState.Accepted, null), ("E-2", MatterState.Accepted, 9), ("E-3", MatterState.Closed, 1), ("E-4", MatterState.Accepted, 3),
        })
        {
            var matter = new Matter
            {
                Id = id, Kind = MatterKind.Event, AgencyId = "county", OriginAgencyId = "city", Category = "GridEvent", Title = id, OpenedAt = Now, State = state,
                Clock = hours is { } due ? new MatterClock("Event.Accepted", Now, Now.AddHours(due)) : null, Parties = ["city", "county"],
            };
            await CommitAsync<IMatterStore>(store => store.AddAsync(matter, Token));
        }

        var open = await ReadAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(new MatterQuery { AgencyId = "county", IsOpen = true }, Token));
        Assert.Equal(["E-4", "E-2", "E-1"], open.Select(matter => matter.Id));
        var first = await ReadAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(new MatterQuery { IsOpen = true, Limit = 1 }, Token));
        Assert.Equal(["E-4"], first.Select(matter => matter.Id));
        Assert.Equal(4, (await ReadAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(new MatterQuery(), Token))).Count);
    }

    [Law]
    public async Task List_OfWhatWaits_IsWhatEachMatterSaysOfItself_DueFirst()
    {
        MatterState[] states = [MatterState.Raised, MatterState.Proposed, MatterState.InForce, MatterState.Assigned, MatterState.Sent, MatterState.Closed];
        Matter[] matters =
        [
            .. from kind in Enum.GetValues<MatterKind>()
               from state in states
               from hours in new int?[] { null, 1, 2 }
               from category in kind == MatterKind.Receipt ? new[] { "JointMeasure", nameof(MatterKind.Push) } : ["any"]
               select new Matter
               {
                   Id = $"{kind}-{state}-{hours ?? 0}-{category}", Kind = kind, AgencyId = "county", OriginAgencyId = "city", Category = category, Title = "t",
                   OpenedAt = Now, State = state, Clock = hours is { } due ? new MatterClock($"{kind}.{state}", Now, Now.AddHours(due)) : null, Parties = ["city", "county"],
               },
        ];
        await CommitAsync<IMatterStore>(async store =>
        {
            foreach (var matter in matters)
            {
                await store.AddAsync(matter, Token);
            }
        });

        var query = new MatterQuery { AgencyId = "county", IsWaiting = true };
        var waiting = await ReadAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(query, Token));
        var expected = matters.Where(matter => matter.IsWaiting).OrderBy(matter => matter.Clock?.DueAt ?? DateTimeOffset.MaxValue).ThenBy(matter => matter.Id, StringComparer.Ordinal);
        Assert.Equal(expected.Select(matter => matter.Id), waiting.Select(matter => matter.Id));

        // A step that leaves nothing to do takes it off.
        var first = waiting[0];
        var closed = first with
        {
            State = MatterState.Closed, Clock = null,
            Steps = [new MatterStep(1, first.State, MatterState.Closed, new MatterEntry(MatterTrigger.Close, Now), new Actor("p", "county"), Now)],
        };
        await CommitAsync<IMatterStore>(store => store.UpdateAsync(closed, Token));
        var left = await ReadAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(query, Token));
        Assert.Equal(waiting.Skip(1).Select(matter => matter.Id), left.Select(matter => matter.Id));
    }

    [Law]
    public async Task List_PageByPage_ShowsEachMatterOnce()
    {
        string[] ids = ["E-1", "E-2", "E-3", "E-4", "E-5"];
        foreach (var id in ids)
        {
            var matter = new Matter
            {
                Id = id, Kind = MatterKind.Event, AgencyId = "county", OriginAgencyId = "city", Category = "GridEvent", Title = id, OpenedAt = Now, State = MatterState.Accepted,
                Parties = ["city", "county"],
            };
            await CommitAsync<IMatterStore>(store => store.AddAsync(matter, Token));
        }

        var walked = new List<string>();
        for (string? after = null; ;)
        {
            var query = new MatterQuery { Kind = MatterKind.Event, AfterId = after, Limit = 2 };
            var page = await ReadAsync<IMatterStore, IReadOnlyList<Matter>>(store => store.ListAsync(query, Token));
            walked.AddRange(page.Select(matter => matter.Id));
            if (page.Count < 2)
            {
                break;
            }

            after = page[^1].Id;
        }

        Assert.Equal(ids, walked);
    }

    // Complaints ask for mediation, tip-offs report a breach: each has its own first clock (市场监督管理投诉举报处理暂行办法 art. 14 and 31).
    [Law(EventOrigin.Complaint, 7)]
    [Law(EventOrigin.TipOff, 15)]
    public async Task Report_ByOrigin_HasItsOwnClock(EventOrigin origin, int workingDays)
    {
        await AgenciesAsync();
        var matter = await ReportAsync("E-1", origin, new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)));
        var due = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8));
        for (var counted = 0; counted < workingDays; counted += due.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1)
        {
            due = due.AddDays(1);
        }

        Assert.Equal(due.AddDays(1), matter.Clock!.DueAt);
    }

    // A year of neglect, swept at random hours and twice over: each sweep tells of exactly what is overdue by then, by its own clock, and county, city, province
    // hear of each matter, in this order, each once.
    [Law]
    public async Task Sweep_AYearOfNeglect_TellsEveryRungOnce()
    {
        await AgenciesAsync();
        var random = new Random(2026);
        var time = (ManualTime)Services.GetRequiredService<TimeProvider>();
        var start = new DateTimeOffset(2025, 1, 2, 8, 0, 0, TimeSpan.FromHours(8));
        var matters = new List<string>();
        var due = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        for (var hour = 0; hour < 360 * 24; hour += random.Next(2, 40))
        {
            time.Add(start.AddHours(hour) - Now);
            if (matters.Count < 60 && random.Next(3) > 0)
            {
                var id = $"E-{matters.Count:00}";
                due[id] = (await ReportAsync(id, (EventOrigin)random.Next(1, 5), Now, "county")).Clock!.DueAt!.Value;
                matters.Add(id);
            }

            var told = await SweepAsync();
            Assert.Equal(due.Where(one => one.Value <= time.GetUtcNow()).Select(one => one.Key), told.Select(matter => matter.Id));
            foreach (var matter in told)
            {
                due[matter.Id] = matter.Clock!.DueAt!.Value;
            }

            Assert.Empty(await SweepAsync());
        }

        foreach (var id in matters)
        {
            var matter = (await ReadAsync<IMatterStore, Matter?>(store => store.FindAsync(id, Token)))!;
            Assert.Equal(["county", "city", "province"], matter.Escalations.Select(step => Assert.Single(step.Entry.AgencyIds)));
        }
    }

    // Whole seconds: an engine keeps microseconds.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(
        Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds()).ToOffset(TimeSpan.FromHours(8));

    private Task AgenciesAsync() => CommitAsync<IOfficerStore>(async store =>
    {
        foreach (var (id, division) in new[] { ("county", "330782"), ("city", "330700"), ("province", "330000") })
        {
            await store.SaveAgencyAsync(new Agency(id, id, division, ["transport"]), Token);
        }
    });

    private async Task<Matter> ReportAsync(string id, EventOrigin origin, DateTimeOffset at, string centre = "city") =>
        (await RunAsync<ReportEvent, Outcome<Matter>>(use => use.RunAsync(new EventReport(id, origin, "路面隔离带破损", "city", centre, at), s_system, Token))).OrThrow();

    private Task<Outcome<Matter>> StepAsync(string id, MatterEntry entry) =>
        RunAsync<AdvanceEvent, Outcome<Matter>>(use => use.RunAsync(id, entry, s_system, Token));

    private Task<IReadOnlyList<Matter>> SweepAsync() => RunAsync<SweepOverdue, IReadOnlyList<Matter>>(use => use.RunAsync(s_system, Token));

    private async Task<T> RunAsync<TUse, T>(Func<TUse, Task<T>> use)
        where TUse : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }
}
