using Supervision.Catalog;
using Supervision.Registry;

namespace Supervision.Testing.Laws;

// Goal: subjects, officers and the catalogue come back, every member of them, after the database was closed and opened; what is searched is found.
internal sealed class RegistryLaws : StoreSuite
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

    private async Task<SaveCount> SaveAsync(List<Subject> subjects)
    {
        var count = default(SaveCount);
        await CommitAsync<ISubjectStore>(async store => count = await store.SaveAsync(subjects, Token));
        return count;
    }
}
