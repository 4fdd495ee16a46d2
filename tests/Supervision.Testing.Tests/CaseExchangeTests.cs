using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Storage;

namespace Supervision.Testing.Tests;

// Goal: a case goes to a department with its own system once, however often it is sent; its reports are taken once, however often they come; a
// report that cannot be read holds up no other case; all of it is in the journal.
public sealed class CaseExchangeTests : IAsyncLifetime
{
    private static readonly Actor s_clerk = new("clerk", "market") { Roles = Roles.CaseOfficer | Roles.Head | Roles.Registrar };
    private static readonly DateOnly s_day = new(2026, 3, 6);

    private readonly ThrowAwayDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("cases").FullName;
    private FlakySystem _system = null!;
    private ServiceProvider _provider = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FolderCaseSystem Folder => new("ecology", _folder);

    public async ValueTask InitializeAsync()
    {
        _system = new FlakySystem(Folder);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTimeProvider(new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.FromHours(8))));
        services.AddSupervision();
        services.AddSupervisionSqlite(_database.FilePath);
        services.AddSingleton<ICaseSystem>(_system);
        _provider = services.BuildServiceProvider(validateScopes: true);
        await _provider.GetRequiredService<SupervisionDatabase>().OpenAsync(Token);
        await using var scope = _provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync(
            [new Subject { Id = "S-1", Kind = SubjectKind.Enterprise, Name = "某化工厂", DivisionCode = "330727" }], Token);
        scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Append(new JournalRecord("subject.registered", "S-1", s_clerk, new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.FromHours(8)), "{}"));
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Send_ThatBreaksOffAndIsRepeated_DeliversOnce()
    {
        await HandedOverAsync("c-1", "ecology");
        _system.BreaksAfterDelivery = true;
        await Assert.ThrowsAsync<IOException>(() => SendAsync("c-1"));
        _system.BreaksAfterDelivery = false;
        var sent = (await SendAsync("c-1")).OrThrow();
        Assert.Equal(("c-1.2", 3), (sent.Transfer!.ForeignId, sent.Steps.Count));
        Assert.Equal(3, (await SendAsync("c-1")).OrThrow().Steps.Count);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "parcels")));
        Assert.Equal(1, await CountAsync("case.send"));
        Assert.Equal("SUP2300", (await SendAsync("c-2")).Refusal?.Code);
    }

    [Fact]
    public async Task Send_WithoutASystemOrAHandingOver_IsRefused()
    {
        await HandedOverAsync("c-1", "fire");
        Assert.Equal("SUP2221", (await SendAsync("c-1")).Refusal?.Code);
        await OpenAsync("c-2");
        Assert.Equal("SUP2220", (await SendAsync("c-2")).Refusal?.Code);
    }

    [Fact]
    public async Task Follow_TakesEveryReportOnce_AndABadOneHoldsUpNoOtherCase()
    {
        foreach (var id in (string[])["c-1", "c-2"])
        {
            await HandedOverAsync(id, "ecology");
            (await SendAsync(id)).OrThrow();
        }

        await Folder.ReportAsync(Report("c-1.2", 1, CaseStage.Investigation), Token);
        await Folder.ReportAsync(Report("c-2.2", 1, CaseStage.Investigation), Token);
        await Folder.ReportAsync(
            Report("c-2.2", 2, CaseStage.Decision) with { Sanction = new Sanction(PenaltyKind.Fine, 280_000m), DocumentNumber = "环罚〔2026〕7号" }, Token);
        var bad = Path.Combine(_folder, "reports", "c-1.2", "0002.json");
        await File.WriteAllTextAsync(bad, """{"parcel":"c-1.2","number":2,"foreignId":"c-1.2","stage":"Gone","state":"x","on":"2026-03-06"}""", Token);

        var round = await FollowAsync();
        Assert.Equal((2, 3), (round.Cases, round.Taken));
        Assert.Equal("SUP2228", Assert.Single(round.Refused).Value.Code);
        Assert.Contains("0002.json", round.Refused["c-1"].In(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        File.Delete(bad);
        await Folder.ReportAsync(Report("c-1.2", 2, CaseStage.Archived), Token);
        round = await FollowAsync();
        Assert.Equal((2, 1, 0), (round.Cases, round.Taken, round.Refused.Count));
        var decided = (await FindAsync("c-2"))!;
        Assert.Equal((CaseStage.Decision, "环罚〔2026〕7号", 280_000m), (decided.Transfer!.Stage, decided.Transfer.Decision!.DocumentNumber, decided.Transfer.Decision.Sanction!.Fine));
        Assert.Equal(CaseStage.Archived, (await FindAsync("c-1"))!.Transfer!.Stage);

        // Pushed again, word for word: nothing happens. With other words under the same number: refused.
        Assert.Equal(decided.Version, (await TakeAsync(decided.Transfer.Reports[0])).OrThrow().Version);
        Assert.Equal("SUP2229", (await TakeAsync(decided.Transfer.Reports[0] with { State = "其他" })).Refusal?.Code);
        Assert.Equal("SUP2300", (await TakeAsync(Report("c-9.2", 1, CaseStage.Notice))).Refusal?.Code);
        Assert.Equal(4, await CountAsync("case.record-report"));
    }

    // A bad report never spoils the good ones, before or after it.
    [Fact]
    public async Task Follow_ABadReport_IsKeptAndNamedAndTheOthersAreTaken()
    {
        await HandedOverAsync("c-1", "ecology");
        (await SendAsync("c-1")).OrThrow();
        var fine = new Sanction(PenaltyKind.Fine, 280_000m);
        await Folder.ReportAsync(Report("c-1.2", 1, CaseStage.ClueRegistered), Token);
        await WriteAsync(2, "{ half a rep");
        await Folder.ReportAsync(Report("c-1.2", 3, CaseStage.Notice), Token);
        await Folder.ReportAsync(Report("c-1.2", 4, CaseStage.Decision) with { On = s_day.AddDays(9), Sanction = fine, DocumentNumber = "7" }, Token); // from the future
        await Folder.ReportAsync(Report("c-1.2", 5, CaseStage.Decision) with { Sanction = fine, DocumentNumber = "环罚〔2026〕7号" }, Token);
        await WriteAsync(6, "null");

        var round = await FollowAsync();
        Assert.Equal((1, 3), (round.Cases, round.Taken));
        Assert.Equal([(2, "SUP2228"), (4, "SUP2222"), (6, "SUP2228")], round.Untaken.Select(one => (one.Number, one.Refusal.Code)));
        Assert.Same(round.Untaken[0].Refusal, round.Refused["c-1"]);
        var found = (await FindAsync("c-1"))!;
        Assert.Equal([1, 3, 5], found.Transfer!.Reports.Select(report => report.Number));

        // The last one has nothing behind it: it holds up nothing and is no step yet.
        Assert.Equal([2, 4], found.Transfer.SetAside.Select(one => one.Number));
        Assert.Contains("0002.json", found.Transfer.SetAside[0].Reason, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync("case.set-report-aside"));

        // Named again, without another step.
        round = await FollowAsync();
        Assert.Equal((0, 3), (round.Taken, round.Untaken.Count));
        Assert.Equal(found.Version, (await FindAsync("c-1"))!.Version);

        // Mended in the folder, or pushed: taken into its place.
        await WriteAsync(2, """{"parcel":"c-1.2","number":2,"foreignId":"c-1.2","stage":"Investigation","state":"调查","on":"2026-03-06"}""");
        (await TakeAsync(Report("c-1.2", 4, CaseStage.Notice))).OrThrow();
        File.Delete(Path.Combine(_folder, "reports", "c-1.2", "0006.json"));
        await Folder.ReportAsync(Report("c-1.2", 6, CaseStage.Archived), Token);
        round = await FollowAsync();
        Assert.Equal((2, 0, 0), (round.Taken, round.Untaken.Count, round.Refused.Count));
        found = (await FindAsync("c-1"))!;
        Assert.Equal(Enumerable.Range(1, 6), found.Transfer!.Reports.Select(report => report.Number));
        Assert.Equal((CaseStage.Archived, 0, false), (found.Transfer.Stage, found.Transfer.SetAside.Count, found.Transfer.IsFollowed));

        Task WriteAsync(int number, string text) =>
            File.WriteAllTextAsync(Path.Combine(_folder, "reports", "c-1.2", $"000{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.json"), text, Token);
    }

    // However wrong a system is, a round comes to an end and changes nothing.
    [Fact]
    public async Task Follow_ASystemThatAnswersNothingRight_ComesToAnEnd()
    {
        await HandedOverAsync("c-1", "ecology");
        (await SendAsync("c-1")).OrThrow();
        var before = (await FindAsync("c-1"))!.Version;
        _system.Answers = _ => Refusal.Of("SUP2228", "c-1.2", "500");
        Assert.Equal((0, FollowCases.MostUnread), await FollowAsync() is var round ? (round.Taken, round.Untaken.Count) : default);
        _system.Answers = _ => new List<CaseReport> { Report("c-1.2", 7, CaseStage.Notice) };
        Assert.Equal("SUP2223", (await FollowAsync()).Refused["c-1"].Code);
        Assert.Equal(before, (await FindAsync("c-1"))!.Version);

        // One that does not heed from where it is asked to read.
        _system.Answers = _ => new List<CaseReport> { Report("c-1.2", 1, CaseStage.Notice) };
        Assert.Equal(1, (await FollowAsync()).Taken);
        Assert.Equal(0, (await FollowAsync()).Taken);
    }

    [Fact]
    public async Task Follow_WhenTheSystemCannotBeReached_SaysSo()
    {
        await HandedOverAsync("c-1", "ecology");
        (await SendAsync("c-1")).OrThrow();
        _system.CannotBeReached = true;
        Assert.Equal("SUP2228", (await FollowAsync()).Refused["c-1"].Code);
    }

    [Fact]
    public async Task OtherAgencies_NeitherSendNorFollow()
    {
        await HandedOverAsync("c-1", "ecology");
        var other = new Actor("clerk-2", "culture") { Roles = Roles.CaseOfficer };
        Assert.Equal("SUP2300", (await Desk.RunAsync<SendCase, Outcome<PenaltyCase>>(other, use => use.RunAsync("c-1", other, Token), Token)).Refusal?.Code);
        Assert.Equal(0, (await Desk.RunAsync<FollowCases, CaseFollowUp>(other, use => use.RunAsync(other, Token), Token)).Cases);
    }

    private static CaseReport Report(string parcel, int number, CaseStage stage) => new(parcel, number, parcel, stage, stage.ToString(), s_day);

    private CommandDesk Desk => _provider.GetRequiredService<CommandDesk>();

    private Task<Outcome<PenaltyCase>> SendAsync(string id) =>
        Desk.RunAsync<SendCase, Outcome<PenaltyCase>>(s_clerk, use => use.RunAsync(id, s_clerk, Token), Token);

    private Task<CaseFollowUp> FollowAsync() =>
        Desk.RunAsync<FollowCases, CaseFollowUp>(s_clerk, use => use.RunAsync(s_clerk, Token), Token);

    private Task<Outcome<PenaltyCase>> TakeAsync(CaseReport report) =>
        Desk.RunAsync<TakeCaseReport, Outcome<PenaltyCase>>(s_clerk, use => use.RunAsync(report, s_clerk, Token), Token);

    private Task<PenaltyCase?> FindAsync(string id) =>
        Desk.RunAsync<ICaseStore, PenaltyCase?>(s_clerk, store => store.FindAsync(id, Token), Token);

    private async Task OpenAsync(string id) => (await Desk.RunAsync<OpenCase, Outcome<PenaltyCase>>(
        s_clerk,
        use => use.RunAsync(
            id, "S-1", new CaseClue { Source = ClueSource.Inspection, ReceivedOn = s_day, ActId = $"act-{id}", ViolationOn = s_day, Facts = "氨氮超标" }, s_clerk, Token),
        Token)).OrThrow();

    private async Task HandedOverAsync(string id, string agency)
    {
        await OpenAsync(id);
        foreach (var entry in (CaseEntry[])
        [
            new(CaseTrigger.ExtendVerification, s_day) { ApprovedBy = "head" },
            new(CaseTrigger.HandOver, s_day) { Reference = agency, Text = "属该部门管辖", ApprovedBy = "head" },
        ])
        {
            (await Desk.RunAsync<AdvanceCase, Outcome<PenaltyCase>>(s_clerk, use => use.RunAsync(id, entry, s_clerk, Token), Token)).OrThrow();
        }
    }

    private async Task<int> CountAsync(string type)
    {
        await using var scope = _provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IJournalReader>().ReadAsync(0, Token).CountAsync(entry => entry.Record.Type == type, Token);
    }

    private sealed class FlakySystem(ICaseSystem inner) : ICaseSystem
    {
        public string AgencyId => inner.AgencyId;

        public bool BreaksAfterDelivery { get; set; }

        public bool CannotBeReached { get; set; }

        public Func<int, Outcome<IReadOnlyList<CaseReport>>>? Answers { get; set; }

        public async Task<Outcome<CaseReceipt>> DeliverAsync(CaseParcel parcel, CancellationToken cancellationToken)
        {
            var receipt = await inner.DeliverAsync(parcel, cancellationToken);
            return BreaksAfterDelivery ? throw new IOException("broken off") : receipt;
        }

        public Task<Outcome<IReadOnlyList<CaseReport>>> ReadAsync(string parcelId, int after, CancellationToken cancellationToken) =>
            CannotBeReached ? throw new IOException("no route") : Answers is { } answers ? Task.FromResult(answers(after)) : inner.ReadAsync(parcelId, after, cancellationToken);
    }
}
