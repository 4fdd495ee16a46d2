using Supervision.Cases;
using Supervision.Documents;
using Supervision.Inspections;

namespace Supervision.Testing.Laws;

// Goal: an issued document comes back as it was, and is found by its hash, its kind and what it is about.
internal sealed class DocumentLaws : StoreSuite
{
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
}
