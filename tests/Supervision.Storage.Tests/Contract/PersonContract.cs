using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Registry;
using Supervision.Storage.Persons;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

// Goal: personal data are found, seen on record, and gone when they have to go; whoever steals the database reads none of them.
public abstract class PersonContract(IStorageUnderTest storage) : ContractTests(storage)
{
    private const string Number = "11010519491231002X";
    private static readonly DateOnly s_soon = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);
    private static readonly Actor s_own = new("li", "yiwu-market") { Roles = Roles.CaseOfficer | Roles.Head };
    private static readonly Actor s_foreign = new("wang", "330700") { Roles = Roles.CaseOfficer | Roles.Head };

    private CommandDesk Desk => Services.GetRequiredService<CommandDesk>();

    [Fact]
    public async Task Person_Recorded_IsSeenByTheOwnAgencyAndEachLookIsJournalled()
    {
        await RecordAsync("P-1");
        Assert.Equal("SUP6117", (await ViewAsync(s_foreign, "P-1")).Refusal?.Code);
        Assert.Equal("SUP6116", (await Desk.RunAsync<ViewPerson, Outcome<Person>>(s_own, use => use.RunAsync("P-1", " ", s_own, Token), Token)).Refusal?.Code);
        Assert.Equal(Given("P-1"), (await ViewAsync(s_own, "P-1")).OrThrow());
        Assert.Equal(["P-1"], (await FindAsync(s_own, Number)).OrThrow().Select(person => person.Id));
        Assert.Empty((await FindAsync(s_foreign, Number)).OrThrow());
        Assert.Empty((await FindAsync(s_own, "440524188001010014")).OrThrow());
        var views = await Desk.RunAsync<ViewPerson, IReadOnlyList<JournalEntry>>(s_own, use => use.ListViewsAsync("P-1", Token), Token);
        Assert.Equal(["li", "li"], views.Select(view => view.Record.Actor.Id));
        Assert.Equal("SUP9302", (await Desk.RunAsync<RecordPerson, Outcome<Person>>(
            s_foreign, use => use.RunAsync(Given("P-2"), s_foreign, Token), Token)).Refusal?.Code);
    }

    [Fact]
    public async Task Person_InTheDatabase_IsNowhereInClear()
    {
        await RecordAsync("P-1");
        var dump = await DumpAsync();
        foreach (var canary in new[] { Number, "张三丰", "13912345678" })
        {
            Assert.DoesNotContain(canary, dump, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(canary)), dump, StringComparison.Ordinal);
        }
    }

    // Two people with one number hash alike; two boxes over the same text never are.
    [Fact]
    public async Task Person_MovedOrAltered_IsNotOpened()
    {
        await RecordAsync("P-1");
        await RecordAsync("P-2");
        Assert.Equal(["P-1", "P-2"], (await FindAsync(s_own, Number)).OrThrow().Select(person => person.Id));
        await Storage.CloseAsync();
        Storage.Tamper("UPDATE persons SET sealed = (SELECT p.sealed FROM persons p WHERE p.id = 'P-2') WHERE id = 'P-1'");
        await ReopenAsync();
        Assert.StartsWith("SUP9026", (await Assert.ThrowsAsync<StorageException>(() => ViewAsync(s_own, "P-1"))).Message, StringComparison.Ordinal);
        Assert.True((await ViewAsync(s_own, "P-2")).IsAccepted);
    }

    [Fact]
    public async Task Keys_RotatedAndReencrypted_OpenEverythingWithoutTheOldOne()
    {
        var old = Storage.Keys!;
        await RecordAsync("P-1");
        await CommitAsync<IDocumentStore>(store => store.AddAsync(Decision(), Token));
        await UseKeysAsync(old.Rotate());
        await RecordAsync("P-2");
        Assert.Equal(2, await Desk.RunAsync<ReencryptPersons, int>(Admin, use => use.RunAsync(Admin, Token), Token));
        Assert.Equal(0, await Desk.RunAsync<ReencryptPersons, int>(Admin, use => use.RunAsync(Admin, Token), Token));

        await UseKeysAsync(PersonKeyRing.Parse(Storage.Keys!.WithoutOldKeys().ToJson()).OrThrow());
        Assert.Equal(Given("P-1"), (await ViewAsync(s_own, "P-1")).OrThrow());
        Assert.Equal(2, (await FindAsync(s_own, Number)).OrThrow().Length);
        var decision = (await ReadAsync<IDocumentStore, IssuedDocument?>(s => s.FindAsync(DocumentKind.Decision, "case-1", Token)))!;
        Same.Value(Decision() with { Salt = decision.Salt }, decision);

        await UseKeysAsync(old);
        Assert.StartsWith("SUP9025", (await Assert.ThrowsAsync<StorageException>(() => ViewAsync(s_own, "P-1"))).Message, StringComparison.Ordinal);
        await UseKeysAsync(null);
        Assert.StartsWith("SUP9024", (await Assert.ThrowsAsync<StorageException>(() => ViewAsync(s_own, "P-1"))).Message, StringComparison.Ordinal);
    }

    // The search key is changed while people go on searching: the old hash serves until it is replaced.
    [Fact]
    public async Task SearchKey_Rotated_FindsBeforeAndAfterHashesAreCarriedOver()
    {
        await RecordAsync("P-1");
        var before = await DumpAsync();
        await UseKeysAsync(PersonKeyRing.Parse(Storage.Keys!.RotateSearch().ToJson()).OrThrow());
        Assert.Throws<InvalidOperationException>(() => Storage.Keys!.RotateSearch());
        await RecordAsync("P-2");
        Assert.Equal(["P-1", "P-2"], (await FindAsync(s_own, Number)).OrThrow().Select(person => person.Id));
        Assert.Equal(1, await Desk.RunAsync<ReencryptPersons, int>(Admin, use => use.RunAsync(Admin, Token), Token));
        await UseKeysAsync(Storage.Keys!.WithoutOldKeys());
        Assert.False(Storage.Keys!.HasOlderSearchKey);
        Assert.Equal(["P-1", "P-2"], (await FindAsync(s_own, Number)).OrThrow().Select(person => person.Id));
        Assert.NotEqual(before, await DumpAsync());
    }

    // What issued documents say of a person goes with the person: facts and salt, so that nobody can try names against the hash that stays.
    [Fact]
    public async Task Person_Erased_IsGoneFromDocumentsAndTheirHashSaysNothing()
    {
        await RecordAsync("P-1");
        await CommitAsync<IDocumentStore>(async store =>
        {
            await store.AddAsync(Notice("case-1", $"张三丰 {Number} 在店内"), Token);
            await store.AddAsync(Notice("case-2", "电话 13912345678"), Token);
            await store.AddAsync(Notice("case-3", "另一个张三丰"), Token);
        });
        var whole = (await DocumentAsync("case-1"))!;
        Assert.Equal(64, whole.Salt.Length);
        Assert.NotEqual(whole.ContentHash, (whole with { Salt = "" }).ContentHash);

        Assert.True((await EraseAsync(s_own, "P-1")).IsAccepted);
        var left = (await DocumentAsync("case-1"))!;
        Assert.Equal((whole.Number, whole.ContentHash, ""), (left.Number, left.ContentHash, left.Salt));
        Assert.DoesNotContain("张三丰", left.Facts.Values["text"], StringComparison.Ordinal);
        Assert.DoesNotContain(Number, left.Facts.Values["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", (await DocumentAsync("case-2"))!.Facts.Values["text"], StringComparison.Ordinal);
        Assert.Equal("另一个张三丰", (await DocumentAsync("case-3"))!.Facts.Values["text"]);
        Assert.Equal(whole.Number, (await ReadAsync<IDocumentStore, IssuedDocument?>(s => s.FindByHashAsync(whole.ContentHash[..32], Token)))!.Number);
        var redacted = await ReadAsync<IJournalIndex, IReadOnlyList<JournalEntry>>(s => s.FindAsync("document.redacted", null, Token));
        Assert.Equal(["case-1", "case-2"], redacted.Select(entry => entry.Record.Key).Order(StringComparer.Ordinal));
        Assert.True((await ReadAsync<IJournalReader, Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token))).IsAccepted);

        Task<IssuedDocument?> DocumentAsync(string key) => ReadAsync<IDocumentStore, IssuedDocument?>(s => s.FindAsync(DocumentKind.Decision, key, Token));
    }

    // 个人信息保护法 art. 47: erased on demand or when the period is over. The journal verifies as before and still says that it happened.
    [Fact]
    public async Task Person_ErasedOrExpired_IsGoneAndTheJournalIsWhole()
    {
        await RecordAsync("P-1");
        await RecordAsync("P-2");
        await RecordAsync("P-3", s_soon.AddDays(5000));
        Assert.Equal("SUP6117", (await EraseAsync(s_foreign, "P-1")).Refusal?.Code);
        Assert.True((await EraseAsync(s_own, "P-1")).IsAccepted);
        Assert.Equal("SUP6117", (await EraseAsync(s_own, "P-1")).Refusal?.Code);
        ((ManualTime)Services.GetRequiredService<TimeProvider>()).Add(TimeSpan.FromDays(400));
        Assert.Equal("SUP6115", (await TryRecordAsync("P-4")).Refusal?.Code);
        Assert.Equal(["P-2"], await Desk.RunAsync<ErasePersons, IReadOnlyList<string>>(s_own, use => use.RunExpiredAsync(s_own, Token), Token));
        Assert.Equal(["P-3"], (await FindAsync(s_own, Number)).OrThrow().Select(person => person.Id));
        var head = await ReadAsync<IJournalReader, Outcome<JournalHead>>(s => JournalAudit.VerifyAsync(s, Token));
        Assert.Equal(6, head.OrThrow().Size);
        var entries = await ReadAsync<IJournalReader, List<JournalEntry>>(s => ListAsync(s.ReadAsync(0, Token)));
        Assert.Equal(2, entries.Count(entry => entry.Record.Type == "person.erased"));
    }

    // Whoever types a number into a free text is stopped at the gate, and the message does not repeat it.
    [Fact]
    public async Task IdNumber_InClear_GetsIntoNoTableAndNoJournal()
    {
        await UseKeysAsync(null);
        var before = await DumpAsync();
        var task = Supervision.Testing.Laws.Given.Task("t1", "S-1");
        await RefusedAsync(() => CommitAsync<Inspections.ITaskStore>(store => store.AddAsync([task with { SubjectId = Number }], Token)));
        await RefusedAsync(() => CommitAsync<ISubjectStore>(store => store.SaveAsync([Supervision.Testing.Laws.Given.Subject("S-1") with { Address = Number }], Token)));
        await RefusedAsync(() => CommitAsync<IDocumentStore>(store => store.AddAsync(Decision(), Token)));
        await RefusedAsync(() => CommitAsync<ISubjectStore>(_ => Task.CompletedTask, Record("S") with { Payload = $"{{\"a\":\"{Number}\"}}" }));
        Assert.Equal("SUP6119", (Supervision.Testing.Laws.Given.Subject("S-1") with { Address = $"李某 {Number}" }).Check()?.Code);
        Assert.Equal(before, await DumpAsync());

        static async Task RefusedAsync(Func<Task> write)
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(write);
            Assert.Equal("SUP6119", refused.Refusal.Code);
            Assert.DoesNotContain(Number, refused.ToString(), StringComparison.Ordinal);
        }
    }

    private static Actor Admin { get; } = new("root", "yiwu-market") { Roles = Roles.Administrator };

    private static Person Given(string id, DateOnly? retain = null) => new(
        id, "S-1", "yiwu-market", ResidentId.Parse(Number).OrThrow(), "张三丰", "13912345678", retain ?? s_soon);

    private static IssuedDocument Decision() => new(
        DocumentKind.Decision, "case-1", "yiwu-market", "义市监罚〔2026〕1号", "{}",
        DocumentFacts.Of(("party", $"张三丰 {Number}")), new DateOnly(2026, 3, 2), null);

    private static IssuedDocument Notice(string key, string text) => new(
        DocumentKind.Decision, key, "yiwu-market", $"义市监罚〔2026〕{key[^1]}号", DocumentTemplates.Shipped.Of(DocumentKind.Decision).Text,
        DocumentFacts.Of(("text", text)), new DateOnly(2026, 3, 2), null);

    private async Task UseKeysAsync(PersonKeyRing? ring)
    {
        Storage.Keys = ring;
        await ReopenAsync();
    }

    private async Task RecordAsync(string id, DateOnly? retain = null) => Assert.Null((await TryRecordAsync(id, retain)).Refusal);

    private async Task<Outcome<Person>> TryRecordAsync(string id, DateOnly? retain = null)
    {
        await CommitAsync<ISubjectStore>(store => store.SaveAsync([Supervision.Testing.Laws.Given.Subject("S-1")], Token));
        return await Desk.RunAsync<RecordPerson, Outcome<Person>>(s_own, use => use.RunAsync(Given(id, retain), s_own, Token), Token);
    }

    private Task<Outcome<Person>> ViewAsync(Actor actor, string id) => Desk.RunAsync<ViewPerson, Outcome<Person>>(
        actor, use => use.RunAsync(id, "核对", actor, Token), Token);

    private Task<Outcome<Person[]>> FindAsync(Actor actor, string number) => Desk.RunAsync<ViewPerson, Outcome<Person[]>>(
        actor, use => use.FindAsync(ResidentId.Parse(number).OrThrow(), "核对", actor, Token), Token);

    private Task<Outcome<string>> EraseAsync(Actor actor, string id) => Desk.RunAsync<ErasePersons, Outcome<string>>(
        actor, use => use.RunAsync(id, "申请", actor, Token), Token);
}
