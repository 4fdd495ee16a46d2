using Supervision.Audit;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;

namespace Supervision.Testing.Laws;

// Goal: what goes in comes out, every member of it, after the database was closed and opened.
internal sealed class RoundTripLaws : StoreSuite
{
    [Law]
    public async Task Subjects_EveryMember_ComesBack()
    {
        var full = Given.FullSubject();
        var plain = Given.Subject("S-1") with { Categories = [] };
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([full, plain], Token));
        await ReopenAsync();

        Same.Value(full, await ReadAsync<ISubjectStore, Subject?>(store => store.FindAsync(full.Id, Token)));
        Same.Value(plain, await ReadAsync<ISubjectStore, Subject?>(store => store.FindAsync("S-1", Token)));
        Assert.Null(await ReadAsync<ISubjectStore, Subject?>(store => store.FindAsync("S-2", Token)));
        Assert.Equal(2, await ReadAsync<ISubjectStore, long>(store => store.CountAsync(Token)));
    }

    // Part of a name, the beginning of an id, and only the actor's division; what a pattern language would read is read as it stands.
    [Law]
    public async Task Search_ByNameOrId_GoesByKeyAndStaysInReach()
    {
        await SaveAsync(
        [
            Given.Subject("92-1") with { Name = "义乌市䶮记面馆" }, Given.Subject("92-2") with { Name = "面馆100%" }, Given.Subject("91-1") with { Name = "印刷厂_92" },
            Given.Subject("92-3", "330100") with { Name = "杭州面馆", Status = SubjectStatus.Dormant },
        ]);
        Assert.Equal(["92-1", "92-2", "92-3"], await SearchAsync(new SubjectQuery { Text = "面馆" }));
        Assert.Equal(["91-1", "92-1", "92-2", "92-3"], await SearchAsync(new SubjectQuery { Text = "92" }));
        Assert.Equal(["92-1"], await SearchAsync(new SubjectQuery { Text = "䶮" }));
        Assert.Equal(["92-2"], await SearchAsync(new SubjectQuery { Text = "%" }));
        Assert.Equal(["91-1"], await SearchAsync(new SubjectQuery { Text = "_" }));
        Assert.Equal(["92-2"], await SearchAsync(new SubjectQuery { AfterId = "92-1", Limit = 1 }));
        Assert.Equal(["92-3"], await SearchAsync(new SubjectQuery { Text = "", Status = SubjectStatus.Dormant }));
        Assert.Empty(await SearchAsync(new SubjectQuery { Text = "没有" }));
    }

    // An index of names does not show: a subject is found by what it is called now, letter by letter and in this order, however long its name is and however many have the text.
    [Law]
    public async Task Search_AfterARename_GoesByTheNameOfToday()
    {
        await SaveAsync([Given.Subject("92-1") with { Name = "面馆100%" }, Given.Subject("92-2") with { Name = "理发店" }, Given.Subject("92-3") with { Name = new string('长', 1_200) + "尾" }]);
        await SaveAsync([Given.Subject("92-1") with { Name = "义乌 市A b" }]);
        Assert.Empty(await SearchAsync(new SubjectQuery { Text = "面馆" }));
        Assert.Empty(await SearchAsync(new SubjectQuery { Text = "店发" }));
        Assert.Empty(await SearchAsync(new SubjectQuery { Text = "a B" }));
        Assert.Equal(["92-1"], await SearchAsync(new SubjectQuery { Text = " 市A " }));
        Assert.Equal(["92-3"], await SearchAsync(new SubjectQuery { Text = "长尾" }));
        Assert.Equal(["92-3"], await SearchAsync(new SubjectQuery { Text = "尾" }));

        await SaveAsync([.. Enumerable.Range(0, 1_100).Select(at => Given.Subject(FormattableString.Invariant($"93-{at:0000}")) with { Name = "小吃店" })]);
        Assert.Equal(["92-2", "93-0000", "93-0001"], await SearchAsync(new SubjectQuery { Text = "店", Limit = 3 }));
        Assert.Equal(["93-1099"], await SearchAsync(new SubjectQuery { Text = "吃店", AfterId = "93-1098" }));
    }

    private async Task<IEnumerable<string>> SearchAsync(SubjectQuery query) =>
        (await ReadAsync<ISubjectStore, IReadOnlyList<Subject>>(store => store.SearchAsync(query, Token))).Select(subject => subject.Id);

    [Law]
    public async Task Documents_OfAKind_GoByKey()
    {
        foreach (var (key, kind) in new[] { ("c-2", DocumentKind.PublicationText), ("c-1", DocumentKind.PublicationText), ("c-1", DocumentKind.Demand), ("c-3", DocumentKind.PublicationText) })
        {
            var document = new IssuedDocument(kind, key, "market", $"{key}{kind}", "{}", DocumentFacts.Of([("a", "b")]), new DateOnly(2026, 6, 15), null);
            await CommitAsync<IDocumentStore>(store => store.AddAsync(document, Token));
        }

        Assert.Equal(["c-1", "c-2"], (await ReadAsync<IDocumentStore, IReadOnlyList<IssuedDocument>>(s => s.ListAsync(DocumentKind.PublicationText, null, 2, Token))).Select(d => d.Key));
        Assert.Equal(["c-3"], (await ReadAsync<IDocumentStore, IReadOnlyList<IssuedDocument>>(s => s.ListAsync(DocumentKind.PublicationText, "c-2", 2, Token))).Select(d => d.Key));
    }

    // Every kind, the second and the tenth of a kind, and no other thing whose key begins alike.
    [Law]
    public async Task Documents_OfAThing_ComeByKindAndNumber()
    {
        string[] keys = ["c-1", "c-1/10", "c-1/2", "c-10", "c-1.1", "c-1-1", "c-10/2"];
        foreach (var (key, kind) in keys.Select(key => (key, DocumentKind.PublicationText)).Append(("c-1", DocumentKind.OrderToCorrect)))
        {
            var document = new IssuedDocument(kind, key, "market", $"{key}{kind}", "{}", DocumentFacts.Of([("a", "b")]), new DateOnly(2026, 6, 15), null);
            await CommitAsync<IDocumentStore>(store => store.AddAsync(document, Token));
        }

        var found = await ReadAsync<IDocumentStore, IReadOnlyList<IssuedDocument>>(s => s.ListOfAsync("c-1", 10, Token));
        Assert.Equal(
            [(DocumentKind.OrderToCorrect, "c-1"), (DocumentKind.PublicationText, "c-1"), (DocumentKind.PublicationText, "c-1/2"), (DocumentKind.PublicationText, "c-1/10")],
            found.Select(d => (d.Kind, d.Key)).OrderBy(d => d.Kind == DocumentKind.OrderToCorrect ? 0 : 1));
        Assert.Equal(2, (await ReadAsync<IDocumentStore, IReadOnlyList<IssuedDocument>>(s => s.ListOfAsync("c-1", 2, Token))).Count);
        Assert.Empty(await ReadAsync<IDocumentStore, IReadOnlyList<IssuedDocument>>(s => s.ListOfAsync("c", 10, Token)));
    }

    // Of all its tasks and cases, the further ones of each too; not of another's whose key begins alike, nor of a kind that was not asked for.
    [Law]
    public async Task Documents_OfASubject_AreThoseOfItsTasksAndCases()
    {
        await CommitAsync<ITaskStore>(store => store.AddAsync([Given.Opened("t-1", "S-1"), Given.Opened("t-10", "S-2")], Token));
        var day = new DateOnly(2026, 6, 15);
        foreach (var (id, subject) in (IEnumerable<(string, string)>)[("k-1", "S-1"), ("k-2", "S-2")])
        {
            var clue = new CaseClue { Source = ClueSource.Other, ReceivedOn = day, ActId = id, ViolationOn = day, Facts = "x" };
            await CommitAsync<ICaseStore>(store => store.AddAsync(new PenaltyCase { Id = id, AgencyId = "market", SubjectId = subject, Clue = clue }, null, Token));
        }

        string[] keys = ["t-1", "t-1/2", "t-10", "t-10/2", "k-1", "k-2", "elsewhere"];
        foreach (var (key, number) in keys.Select((key, number) => (key, number)))
        {
            foreach (var kind in (IEnumerable<DocumentKind>)[DocumentKind.OrderToCorrect, DocumentKind.ClosingReport])
            {
                var document = new IssuedDocument(kind, key, "market", $"{key}{kind}", "{}", DocumentFacts.Of([("a", "b")]), day.AddDays(number), null);
                await CommitAsync<IDocumentStore>(store => store.AddAsync(document, Token));
            }
        }

        Assert.Equal(["k-1", "t-1/2", "t-1"], await OfSubjectAsync([DocumentKind.OrderToCorrect], 10));
        Assert.Equal(["k-1"], await OfSubjectAsync([DocumentKind.OrderToCorrect], 1));
        Assert.Equal(6, (await OfSubjectAsync([DocumentKind.OrderToCorrect, DocumentKind.ClosingReport], 10)).Count());
        Assert.Empty(await OfSubjectAsync([], 10));
    }

    private async Task<IEnumerable<string>> OfSubjectAsync(IReadOnlyCollection<DocumentKind> kinds, int limit) =>
        (await ReadAsync<IDocumentStore, IReadOnlyList<IssuedDocument>>(s => s.ListOfSubjectAsync("S-1", kinds, limit, Token))).Select(document => document.Key);

    [Law]
    public async Task Save_SameSubjectsAgain_IsUnchanged()
    {
        List<Subject> subjects = [Given.FullSubject(), Given.Subject("S-1"), Given.Subject("S-2")];
        var count = await SaveAsync(subjects);
        Assert.Equal(new SaveCount(3, 0, 0), count);
        Assert.Equal(new SaveCount(0, 0, 3), await SaveAsync(subjects));
        subjects[1] = subjects[1] with { RegisteredOn = new DateOnly(2020, 1, 1) };
        Assert.Equal(new SaveCount(1, 1, 2), await SaveAsync([.. subjects, Given.Subject("S-3")]));
        subjects[1] = subjects[1] with { RegisteredOn = null };
        Assert.Equal(new SaveCount(0, 1, 0), await SaveAsync([subjects[1]]));
        Same.Value(subjects[1], await ReadAsync<ISubjectStore, Subject?>(store => store.FindAsync("S-1", Token)));
    }

    [Law]
    public async Task Officers_AgenciesAndRecusals_ComeBackInOrder()
    {
        Agency[] agencies = [new("b", "市监局䶮", "330782", ["food", "𠮷"]), new("a", "x", "330700", [])];
        var recusal = new Recusal("o1", "S-1", "亲属𠮷", new DateOnly(2026, 1, 31));
        await CommitAsync<IOfficerStore>(async store =>
        {
            Assert.True(await store.SaveAgencyAsync(agencies[0], Token));
            Assert.True(await store.SaveAgencyAsync(agencies[1], Token));
            Assert.False(await store.SaveAgencyAsync(agencies[1], Token));
            Assert.Equal(new SaveCount(2, 0, 0), await store.SaveOfficersAsync([Given.Officer("o2"), Given.Officer("o1")], Token));
            Assert.Equal(new SaveCount(0, 1, 0), await store.SaveOfficersAsync([Given.Officer("o2") with { IsSuspended = false }], Token));
            Assert.True(await store.AddRecusalAsync(recusal, Token));
            Assert.False(await store.AddRecusalAsync(recusal, Token));
        });
        await ReopenAsync();

        Same.Value([agencies[1], agencies[0]], await ReadAsync<IOfficerStore, IReadOnlyList<Agency>>(s => s.ListAgenciesAsync(Token)));
        Same.Value(
            [Given.Officer("o1"), Given.Officer("o2") with { IsSuspended = false }],
            await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.ListOfficersAsync(Token)));
        Assert.Equal(["o2"], (await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.FindOfficersAsync(["o2", "o9"], Token))).Select(officer => officer.Id));
        Assert.Equal(["a", "b"], (await ReadAsync<IOfficerStore, IReadOnlyList<Agency>>(s => s.FindAgenciesAsync(["b", "a", "c"], Token))).Select(agency => agency.Id));
        Assert.Empty(await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.FindOfficersAsync([], Token)));
        Same.Value([recusal], await ReadAsync<IOfficerStore, IReadOnlyList<Recusal>>(s => s.ListRecusalsAsync(Token)));
        Assert.Equal(["o1"], (await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.FindOfficersAsync(["o1", "nobody"], Token))).Select(officer => officer.Id));
        foreach (var (number, found) in new[] { (Given.Officer("o1").CertificateNumber, true), ("", false), ("no such number", false) })
        {
            var shown = await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.FindByCertificateAsync(number, Token));
            Assert.Equal(found, shown.Any(officer => officer.Id == "o1"));
            Assert.All(shown, officer => Assert.Equal(number, officer.CertificateNumber));
        }

        Assert.Equal(
            ["o1", "o2"],
            (await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.ListOfAgencyAsync(Given.Officer("o1").AgencyId, Token))).Select(officer => officer.Id));
        Assert.Empty(await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.ListOfAgencyAsync("another", Token)));
        await PagesAreTheWholeAsync(
            ["o1", "o2"], id => id, async (after, limit) =>
                [.. (await ReadAsync<IOfficerStore, IReadOnlyList<Officer>>(s => s.ListOfficerPageAsync(after, limit, Token))).Select(officer => officer.Id)]);
    }

    // Whatever the size of a page, nothing is missed and nothing comes twice.
    private static async Task PagesAreTheWholeAsync<T>(IReadOnlyList<T> whole, Func<T, string> key, Func<string?, int, Task<IReadOnlyList<T>>> readAsync)
    {
        for (var limit = 1; limit <= whole.Count + 1; limit++)
        {
            var read = new List<T>();
            while (await readAsync(read.Count == 0 ? null : key(read[^1]), limit) is { Count: > 0 } page)
            {
                Assert.True(page.Count <= limit);
                read.AddRange(page);
            }

            Assert.Equal(whole, read);
        }
    }

    [Law]
    public async Task Catalog_ItemsAndChecklistVersions_ComeBack()
    {
        await CommitAsync<ICatalogStore>(async store =>
        {
            Assert.True(await store.SaveItemAsync(Given.Item() with { Name = "old" }, Token));
            Assert.True(await store.SaveItemAsync(Given.Item(), Token));
            Assert.False(await store.SaveItemAsync(Given.Item(), Token));
            Assert.True(await store.SaveNationalItemAsync(Given.NationalItem() with { Name = "old" }, Token));
            Assert.True(await store.SaveNationalItemAsync(Given.NationalItem(), Token));
            Assert.False(await store.SaveNationalItemAsync(Given.NationalItem(), Token));
            Assert.True(await store.AddChecklistAsync(Given.Checklist(), Token));
            Assert.True(await store.AddChecklistAsync(Given.Checklist(2), Token));
            Assert.False(await store.AddChecklistAsync(Given.Checklist(2), Token));
            var clash = await Assert.ThrowsAsync<InvalidOperationException>(
                () => store.AddChecklistAsync(Given.Checklist(2) with { Title = "other" }, Token));
            Assert.StartsWith("SUP1103", clash.Message, StringComparison.Ordinal);
        });
        await ReopenAsync();

        Same.Value(Given.Item(), await ReadAsync<ICatalogStore, SupervisionItem?>(s => s.FindItemAsync(Given.Item().Code, Token)));
        Same.Value([Given.Item()], await ReadAsync<ICatalogStore, IReadOnlyList<SupervisionItem>>(s => s.ListItemsAsync(Token)));
        Same.Value(Given.NationalItem(), await ReadAsync<ICatalogStore, NationalItem?>(s => s.FindNationalItemAsync("99000000000001", Token)));
        Same.Value([Given.NationalItem()], await ReadAsync<ICatalogStore, IReadOnlyList<NationalItem>>(s => s.ListNationalItemsAsync(Token)));
        Assert.Null(await ReadAsync<ICatalogStore, NationalItem?>(s => s.FindNationalItemAsync("99000000000002", Token)));
        Same.Value(Given.Checklist(), await ReadAsync<ICatalogStore, Checklist?>(s => s.FindChecklistAsync("kitchen", 1, Token)));
        Same.Value(Given.Checklist(2), await ReadAsync<ICatalogStore, Checklist?>(s => s.FindChecklistAsync("kitchen", null, Token)));
        Assert.Null(await ReadAsync<ICatalogStore, Checklist?>(s => s.FindChecklistAsync("kitchen", 3, Token)));
    }

    [Law]
    public async Task Draws_PlansAnnouncementsAndSubjects_ComeBackInOrder()
    {
        var first = new LoggedAnnouncement("330782", "food-2026", 1, Given.Hash("1"), "公告𠮷\n");
        var second = new LoggedAnnouncement("330782", "food-2026", 2, Given.Hash("2"), "");
        DrawnSubject[] drawn = [new("S-1", "A 330782"), new("S-2", "D 330782")];
        await CommitAsync<IDrawStore>(async store =>
        {
            await store.AddPlanAsync(Given.Plan(), Token);
            Assert.Null(await store.LastAnnouncementAsync("330782", Token));
            await store.AddAnnouncementAsync(first, Token);
            await store.AddAnnouncementAsync(second, Token);
            await store.AddAnnouncementAsync(first with { Authority = "330700", Number = 7 }, Token);
            await store.AddDrawAsync(Given.Draw("food-2026-2", Noon), drawn, Token);
            await store.AddDrawAsync(Given.Draw("food-2026-3", Noon.AddDays(-1)), [], Token);
        });
        await ReopenAsync();

        Same.Value(Given.Plan(), await ReadAsync<IDrawStore, InspectionPlan?>(s => s.FindPlanAsync("food-2026", Token)));
        Same.Value([Given.Plan()], await ReadAsync<IDrawStore, IReadOnlyList<InspectionPlan>>(s => s.ListPlansAsync(Token)));
        Assert.Equal(second, await ReadAsync<IDrawStore, LoggedAnnouncement?>(s => s.LastAnnouncementAsync("330782", Token)));
        Assert.Equal(2, await ReadAsync<IDrawStore, int>(s => s.LastNumberAsync("330782", "food-2026", Token)));
        Assert.Equal(0, await ReadAsync<IDrawStore, int>(s => s.LastNumberAsync("330782", "other", Token)));
        Assert.Equal(Given.Draw("food-2026-2", Noon), await ReadAsync<IDrawStore, Draw?>(s => s.FindDrawAsync("food-2026-2", Token)));
        Assert.Equal(
            ["food-2026-3", "food-2026-2"],
            (await ReadAsync<IDrawStore, IReadOnlyList<Draw>>(s => s.ListDrawsAsync(Token))).Select(draw => draw.Id));
        Assert.Equal(drawn, await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnAsync("food-2026-2", Token)));
        await PagesAreTheWholeAsync(
            drawn, subject => subject.SubjectId, (after, limit) => ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnPageAsync("food-2026-2", after, limit, Token)));
        Assert.Empty(await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnPageAsync("food-2026-3", null, 10, Token)));
    }

    // Goal: the log's states, the seal and the reserves survive; a number that ended cannot end again.
    [Law]
    public async Task Draws_LogStatesSealAndReserves_ComeBack()
    {
        var open = new LoggedAnnouncement("330782", "food-2026", 1, Given.Hash("1"), "x")
        {
            PublishedAt = Noon, State = AnnouncementState.Announced,
        };
        var ended = open with { State = AnnouncementState.Void, Reason = "withheld", Party = "notary" };
        var use = new ReserveUse("D 330782", "S-2", "S-3", "closed", "director", Given.Hash("photo"), new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.FromHours(8)));
        var plan = Given.Plan() with { Frequency = new VisitFrequency(6, 12), ByIndustry = true };
        await CommitAsync<IDrawStore>(async store =>
        {
            await store.AddPlanAsync(plan, Token);
            await store.AddAnnouncementAsync(open, Token);
            await store.EndAnnouncementAsync(ended, Token);
            await store.AddDrawAsync(Given.Draw("food-2026-2", Noon) with { IsSealed = true }, [new("S-1", "A 330782"), new("S-2", "D 330782")], Token);
            await store.AddReserveUseAsync("food-2026-2", use, Token);
        });
        await ReopenAsync();

        Same.Value(plan, await ReadAsync<IDrawStore, InspectionPlan?>(s => s.FindPlanAsync("food-2026", Token)));
        Assert.Equal([ended], await ReadAsync<IDrawStore, IReadOnlyList<LoggedAnnouncement>>(s => s.ListAnnouncementsAsync("330782", Token)));
        Assert.True((await ReadAsync<IDrawStore, Draw?>(s => s.FindDrawAsync("food-2026-2", Token)))!.IsSealed);
        Assert.Equal([use], await ReadAsync<IDrawStore, IReadOnlyList<ReserveUse>>(s => s.ListReserveUsesAsync("food-2026-2", Token)));
        Assert.Equal(
            [new("S-1", "A 330782"), new("S-3", "D 330782")],
            await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnAsync("food-2026-2", Token)));
        Assert.Equal(
            [new("S-3", "D 330782")],
            await ReadAsync<IDrawStore, IReadOnlyList<DrawnSubject>>(s => s.ListDrawnPageAsync("food-2026-2", "S-1", 2, Token)));
        Assert.Equal(use, await ReadAsync<IDrawStore, ReserveUse?>(s => s.LastReserveUseAsync("food-2026-2", Token)));
        Assert.Null(await ReadAsync<IDrawStore, ReserveUse?>(s => s.LastReserveUseAsync("food-2026-3", Token)));
        var next = use with { Replaced = "S-1", By = "S-0" };
        await CommitAsync<IDrawStore>(store => store.AddReserveUseAsync("food-2026-2", next, Token));
        Assert.Equal(next, await ReadAsync<IDrawStore, ReserveUse?>(s => s.LastReserveUseAsync("food-2026-2", Token)));
        await CommitAsync<IDrawStore>(store => store.UnsealDrawAsync("food-2026-2", Token));
        Assert.False((await ReadAsync<IDrawStore, Draw?>(s => s.FindDrawAsync("food-2026-2", Token)))!.IsSealed);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<IDrawStore>(s => s.EndAnnouncementAsync(ended, Token)));
    }

    [Law]
    public async Task Tasks_NewAndRecorded_ComeBackWithTheWallClockOfTheRecord()
    {
        var early = new DateTimeOffset(2026, 3, 3, 1, 0, 0, 123, 456, TimeSpan.FromHours(8)); // still 2 March in UTC
        var fresh = Given.Task("t2", "S-1");
        var recorded = Given.Recorded(Given.Task("t1", "S-1"), early);
        await CommitAsync<ITaskStore>(async store =>
        {
            await store.AddAsync([fresh, Given.Task("t1", "S-1"), Given.Task("t0", "S-2", "other")], Token);
            await store.UpdateAsync([recorded], Token);
        });
        await CommitAsync<IDrawStore>(async store =>
        {
            await store.AddPlanAsync(Given.Plan(), Token);
            await store.AddDrawAsync(Given.Draw("food-2026-1", Noon), [new DrawnSubject("S-1", "330782|B")], Token);
            await store.AddDrawAsync(Given.Draw("food-2026-2", Noon), [new DrawnSubject("S-2", "330782|B")], Token);
        });
        await ReopenAsync();

        Same.Value(recorded, await ReadAsync<ITaskStore, InspectionTask?>(s => s.FindAsync("t1", Token)));
        Same.Value([recorded, fresh], await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListByDrawAsync("food-2026-1", Token)));
        Same.Value([recorded, fresh], await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListOfDrawnAsync("food-2026-1", ["S-1", "S-9"], Token)));
        foreach (var (draw, subjects) in new (string, string[])[] { ("food-2026-1", ["S-2"]), ("food-2026-1", []), ("food-2026-2", ["S-1"]) })
        {
            Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListOfDrawnAsync(draw, subjects, Token)));
        }

        Same.Value([fresh, recorded], await ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(s => s.ListBySubjectAsync("S-1", Token)));
        Assert.Equal(
            [new PastVisit("o1", "S-1"), new PastVisit("o2", "S-1")],
            await ReadAsync<ITaskStore, IReadOnlyList<PastVisit>>(s => s.ListVisitsAsync("food-2026-1", new DateOnly(2026, 3, 3), Token)));
        Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<PastVisit>>(s => s.ListVisitsAsync("food-2026-2", new DateOnly(2026, 3, 3), Token)));
        Assert.Empty(await ReadAsync<ITaskStore, IReadOnlyList<PastVisit>>(s => s.ListVisitsAsync("food-2026-1", new DateOnly(2026, 3, 4), Token)));
    }

    [Law]
    public async Task Tasks_OpenedWithoutADraw_ComeBackAndAreListedByWhatIsAsked()
    {
        var opened = Given.Opened("complaint.C-1", "S-1") with { DueOn = new DateOnly(2026, 3, 9) };
        var drawn = Given.Task("t1", "S-2");
        var escalated = Given.Task("t2", "S-1") with { State = TaskState.Escalated };
        await CommitAsync<ITaskStore>(store => store.AddAsync([drawn, opened, escalated], Token));
        await ReopenAsync();

        Same.Value([opened, drawn], await ListAsync(new TaskQuery()));
        Same.Value([opened], await ListAsync(new TaskQuery { Limit = 1 }));
        Same.Value([opened], await ListAsync(new TaskQuery { Source = TaskSource.Complaint }));
        Same.Value([opened], await ListAsync(new TaskQuery { SubjectId = "S-1", OfficerId = "o1", AgencyId = "yiwu-market" }));
        Same.Value([escalated], await ListAsync(new TaskQuery { State = TaskState.Escalated }));
        Same.Value([opened, drawn, escalated], await ListAsync(new TaskQuery { IncludesFinished = true }));
        Same.Value([], await ListAsync(new TaskQuery { OfficerId = "o" }));
        Same.Value([], await ListAsync(new TaskQuery { AgencyId = "other" }));
        var load = await ReadAsync<ITaskStore, IReadOnlyDictionary<string, int>>(s => s.CountOpenAsync(Token));
        Assert.Equal(2, load["o1"]);
    }

    [Law]
    public async Task Operations_OfDevices_ComeBackWithTheirHash()
    {
        var evidence = new Evidence(Given.Hash("photo").ToString(), Noon, "A", "29.3,120.1");
        TaskOperation[] operations =
        [
            new("t1", "A", 1, Noon, "o1", OperationKind.Scan) { SubjectCode = "S-1" },
            new("t1", "A", 2, Noon, "o1", OperationKind.Answer) { Entry = new CheckEntry("1", CheckAnswer.NonConform, "脏𠮷", [evidence]) },
            new("t1", "B", 1, Noon, "o2", OperationKind.PartySignature) { Signature = new RecordSignature(null, "拒签", "证人") },
        ];
        await CommitAsync<IOperationStore>(store => store.AddAsync([.. operations.Select(o => new ReceivedOperation(o, Noon))], Token));
        await ReopenAsync();

        var log = await ReadAsync<IOperationStore, OperationLog>(store => store.FindAsync("t1", Token));
        Assert.Equal(operations.Select(o => o.Hash), log.Operations.Select(received => received.Operation.Hash));
        var all = await ReadAsync<IOperationStore, IReadOnlyDictionary<string, OperationLog>>(store => store.FindAllAsync(["t1", "t9"], Token));
        Assert.Equal(operations.Select(o => o.Hash), Assert.Single(all).Value.Operations.Select(received => received.Operation.Hash));
        Assert.Equal(Noon.UtcDateTime, log.Operations.First().ReceivedAt.UtcDateTime);
        Assert.Empty((await ReadAsync<IOperationStore, OperationLog>(store => store.FindAsync("t2", Token))).Operations);
    }

    [Law]
    public async Task Documents_IssuedOnce_ComeBackAsTheyWereAndAreFoundByTheirHash()
    {
        var facts = DocumentFacts.Of(("agency", "市监局䶮"), ("party", "𠮷田")).With("rows", [new Dictionary<string, string> { ["no"] = "1" }]);
        var document = new IssuedDocument(
            DocumentKind.Decision, "case-1", "yiwu-market", "义乌市监处罚〔2026〕1号", "{ \"template\": 1 }", facts, new DateOnly(2026, 3, 2), new Uri("https://example.gov.cn/d/"));
        await CommitAsync<IDocumentStore>(async store =>
        {
            var kept = await store.AddAsync(document, Token);
            Assert.NotEqual(document.ContentHash, kept.ContentHash);
            document = kept;
        });
        await ReopenAsync();

        var found = await ReadAsync<IDocumentStore, IssuedDocument?>(s => s.FindAsync(DocumentKind.Decision, "case-1", Token));
        Same.Value(document, found);
        Assert.Equal(document.ContentHash, found!.ContentHash);
        Same.Value(document, await ReadAsync<IDocumentStore, IssuedDocument?>(s => s.FindByHashAsync(document.ContentHash[..32], Token)));
        Assert.Null(await ReadAsync<IDocumentStore, IssuedDocument?>(s => s.FindByHashAsync(new string('0', 32), Token)));
        Assert.Null(await ReadAsync<IDocumentStore, IssuedDocument?>(s => s.FindAsync(DocumentKind.Demand, "case-1", Token)));
        await Assert.ThrowsAsync<Audit.ConcurrencyConflictException>(() => CommitAsync<IDocumentStore>(store => store.AddAsync(document, Token)));
    }

    [Law]
    public async Task Findings_ListedUnnoticedAndCounted()
    {
        Finding[] findings =
        [
            Given.Finding("t2", "S-1", "1.1"), Given.Finding("t2", "S-1", "1.2", null), Given.Finding("t1", "S-2", "1.1"),
            Given.Finding("t1", "S-2", "1.0"),
        ];
        await CommitAsync<ITaskStore>(async store =>
        {
            var tasks = new[] { ("t1", "S-2"), ("t2", "S-1"), ("t3", "S-3"), ("t4", "S-3"), ("t5", "S-4") }
                .Select(t => Given.Task(t.Item1, t.Item2)).ToList();
            await store.AddAsync(tasks, Token);
            await store.UpdateAsync([.. tasks.Take(4).Select(task => Given.Recorded(task, Noon))], Token);
            await store.AddFindingsAsync(findings, Token);
        });

        Assert.Equal(
            ["t2.1.1", "t1.1.0", "t1.1.1"],
            (await ReadAsync<ITaskStore, IReadOnlyList<Finding>>(s => s.ListUnnoticedAsync(Token))).Select(f => f.Id));
        await CommitAsync<ITaskStore>(store => store.MarkNoticedAsync(["t2.1.1"], Token));
        Assert.Equal(
            ["t1.1.0", "t1.1.1"],
            (await ReadAsync<ITaskStore, IReadOnlyList<Finding>>(s => s.ListUnnoticedAsync(Token))).Select(f => f.Id));
        Assert.Equal(findings[..2], await ReadAsync<ITaskStore, IReadOnlyList<Finding>>(s => s.ListFindingsAsync("S-1", Token)));
        var clean = await ReadAsync<ITaskStore, IReadOnlyDictionary<string, int>>(s => s.CountCleanAsync(Token));
        Assert.Equal([new("S-3", 2)], clean);
    }

    [Law]
    public async Task CreditEvents_FoundAndStreamed_InOrderOfDayAndSequence()
    {
        var march = new DateOnly(2026, 3, 1);
        CreditEvent[] events =
        [
            Given.Event(1, "b", march), Given.Event(2, "a", march), Given.Event(3, "b", march.AddDays(-1)),
            Given.Event(4, "b", march) with { Kind = CreditEventKind.CommitmentBreached, Faults = [], Points = null },
            Given.Event(5, "b", march.AddDays(1)) with { Kind = CreditEventKind.PointNoticeAnnulled, Faults = [], Points = null, Names = "N-1" },
        ];
        await CommitAsync<ICreditEventStore>(store => store.AddAsync(events, Token));
        await ReopenAsync();

        var b = new CreditHistory("b", [events[2], events[0], events[3], events[4]]);
        Same.Value(b, await ReadAsync<ICreditEventStore, CreditHistory>(s => s.FindAsync("b", Token)));
        Same.Value([new CreditHistory("a", [events[1]]), b], await ReadAsync<ICreditEventStore, List<CreditHistory>>(s => ListAsync(s.StreamAsync(Token))));
        Assert.Equal(5, await ReadAsync<ICreditEventStore, long>(s => s.LastSequenceAsync(Token)));
        Assert.Empty((await ReadAsync<ICreditEventStore, CreditHistory>(s => s.FindAsync("c", Token))).Events);
    }

    [Law]
    public async Task Standings_SavedTwice_CountAndStreamBesideTheirSubjects()
    {
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("b")], Token));
        await CommitAsync<ISubjectStore>(s => s.SaveAsync([Given.Subject("a") with { DeliveredRiskClass = "D" }], Token));
        await CommitAsync<IStandingStore>(async store =>
        {
            Assert.Equal(new SaveCount(1, 0, 0), await store.SaveAsync([Given.Standing("b")], Token));
            Assert.Equal(new SaveCount(0, 0, 1), await store.SaveAsync([Given.Standing("b")], Token));
            Assert.Equal(new SaveCount(0, 1, 0), await store.SaveAsync([Given.Standing("b", 0m)], Token));
        });
        await ReopenAsync();

        Assert.Equal(Given.Standing("b", 0m), await ReadAsync<IStandingStore, SubjectStanding?>(s => s.FindAsync("b", Token)));
        Assert.Null(await ReadAsync<IStandingStore, SubjectStanding?>(s => s.FindAsync("a", Token)));
        Assert.Equal(
            [new StandingRow("a", "D", null), new StandingRow("b", null, Given.Standing("b", 0m))],
            await ReadAsync<IStandingStore, List<StandingRow>>(s => ListAsync(s.StreamAsync(Token))));
    }

    // Goal: the explanation of a decision is there years later, word for word.
    [Law]
    public async Task Decisions_OfASubject_AreKeptInOrderWithTheirExplanations()
    {
        var why = Explanation.Of(Message.Of("credit.personLinked"), Explanation.Of(Message.Literal("因为“<>”"))).On(new LegalBasis("法", "八"));
        StandingDecision[] made =
        [
            .. Enumerable.Range(1, 3).Select(at => StandingDecision.Of(
                at, Given.Standing(at == 2 ? "b" : "a", at), why, DateTimeOffset.UnixEpoch.AddDays(at))),
        ];
        await CommitAsync<IStandingStore>(async store =>
        {
            Assert.Equal(0, await store.LastDecisionAsync(Token));
            await store.AddDecisionsAsync(made, Token);
        });
        await ReopenAsync();

        Assert.Equal(3, await ReadAsync<IStandingStore, long>(s => s.LastDecisionAsync(Token)));
        var kept = await ReadAsync<IStandingStore, IReadOnlyList<StandingDecision>>(s => s.ListDecisionsAsync("a", Token));
        Assert.Equal([made[0], made[2]], kept);
        Assert.Equal(made[2].Hash, kept[1].Hash);
        Assert.Equal(why.ToString(), kept[1].Explanation.ToString());
        await Assert.ThrowsAnyAsync<Exception>(() => CommitAsync<IStandingStore>(s => s.AddDecisionsAsync([made[0]], Token)));
    }

    private Task<IReadOnlyList<InspectionTask>> ListAsync(TaskQuery query) =>
        ReadAsync<ITaskStore, IReadOnlyList<InspectionTask>>(store => store.ListAsync(query, Token));

    private async Task<SaveCount> SaveAsync(List<Subject> subjects)
    {
        var count = default(SaveCount);
        await CommitAsync<ISubjectStore>(async store => count = await store.SaveAsync(subjects, Token));
        return count;
    }
}
