// Systems that you have already: a beacon, a policy engine, sensors, an approval procedure and a wording of documents take the place of ours.
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OwnSystems;
using Supervision;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Storage;
using Supervision.Warnings;

// 1. Your beacon: named before it speaks, read from its record afterwards.
var round = ExchangeBeacon.On(new DateOnly(2026, 3, 2));
var beacon = new ExchangeBeacon();
var frame = new FrameBuilder().Add(new FrameRecord("P-1", "A|330782", 1, FrameStatus.Eligible)).Add(new FrameRecord("P-2", "A|330782", 1, FrameStatus.Eligible)).Build();
byte[] secret = RandomNumberGenerator.GetBytes(Commitment.SecretSize);
var announcement = Announcement.Create(new AnnouncementTerms
{
    Draw = new DrawNumber("330782", "kitchens-2026", 1), FrameCount = frame.Count, FrameRoot = frame.Root(HashKind.Sha256),
    Method = new TierSrsMethod(new DrawRates([new DrawRate(500_000, "A")])), Beacons = [round],
    Commitments = [Commitment.Of(HashKind.Sha256, secret)], SecretRule = "void",
});
var wrongDay = beacon.Read(round, Encoding.UTF8.GetBytes("2026-03-03 3361.02 10498.77"));
var value = beacon.Read(round, Encoding.UTF8.GetBytes("2026-03-02 3358.47 10521.26")).OrThrow();
var bundle = DrawBundle.Run(announcement, frame, new DrawReveal([secret], [value.Bytes]));
Console.WriteLine($"beacon due {beacon.DueAt(round):yyyy-MM-dd HH:mm}; drawn: {string.Join(' ', bundle.Selection.SelectedIds)}; the next day's record: {wrongDay.Refusal?.Code}");

// 2. Your policy engine and your templates: registered before AddSupervision, and kept.
var templates = OwnTemplates.Read(Path.Combine(AppContext.BaseDirectory, "order-to-correct.json"));
var folder = Directory.CreateTempSubdirectory("own-systems-").FullName;
var clock = new FixedClock(new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.FromHours(8)));
await using var services = new ServiceCollection()
    .AddSingleton<TimeProvider>(clock).AddSingleton<IWarningModels, OwnModels>().AddSingleton<OwnApproval>().AddSingleton(templates)
    .AddSupervision().AddSupervisionSqlite(Path.Combine(folder, "supervision.db")).BuildServiceProvider(validateScopes: true);
await services.GetRequiredService<SupervisionDatabase>().OpenAsync(default);
var desk = services.GetRequiredService<CommandDesk>();
var clerk = new Actor("clerk-1", "market") { Roles = Roles.Registrar | Roles.Planner };
var checklist = new Checklist("kitchen", 1, "厨房", [new CheckPoint("1", "冷链", "c1", PointImportance.Key, "serious")]);
var item = new SupervisionItem
{
    Code = "33078200000001", Name = "餐饮检查", Kind = ItemKind.Key, OwnerAgencyId = "market", Field = "food",
    Basis = [new LegalBasis("食品安全法", "第一百一十条", new DateOnly(2015, 10, 1))], ChecklistId = "kitchen",
    Contents = [new ItemContent("c1", "冷链")],
};
(await desk.RunAsync<RegisterCatalog, Outcome<int>>(clerk, use => use.RunAsync(
    new CatalogFile([new Agency("market", "市监局", "330782", ["food"])], [item], [checklist]), clerk, default), default)).OrThrow();
var kitchen = new Subject { Id = "P-1", Kind = SubjectKind.SelfEmployed, Name = "义乌面馆", DivisionCode = "330782" };
await desk.RunAsync<ImportSubjects, ImportResult>(clerk, use => use.RunAsync(
    "register", [new ImportRow<Subject>(1, kitchen, null)], clerk, _ => { }, _ => { }, default), default);

// 3. Your sensors: the same reading twice is one signal, one that is not calibrated is kept and believed by nobody.
var levels = new List<string>();
foreach (var reading in new Reading[]
{
    new("R-1", "P-1", 9.5m, clock.Now.AddMinutes(-9), true), new("R-1", "P-1", 9.5m, clock.Now.AddMinutes(-9), true),
    new("R-2", "P-1", 13m, clock.Now.AddMinutes(-6), true),
})
{
    var outcome = await desk.RunAsync<RaiseWarning, Outcome<SignalResult>>(
        clerk, use => use.RunAsync(reading.ToSignal(), clerk, default), default);
    levels.Add(outcome.TryGet(out var result, out var no) ? $"{result.Assessment.Reasons.Text} -> {result.Warning?.Id}" : no.Code);
}

Console.WriteLine($"sensors: {string.Join("; ", levels)}");

// 4. Your approval system: its message comes twice, the plan is in force once.
var approval = services.GetRequiredService<OwnApproval>();
var plan = new PlanRequest(
    "kitchens-2026", "餐饮抽查", "market", item.Code, "330782", new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31), [new TierRate("A", 500_000)], 0, 0, "办公会〔2026〕3号");
string[] answers =
[
    await approval.OnSignedAsync("OA-2026-17", "director", plan, default), await approval.OnSignedAsync("OA-2026-17", "director", plan, default),
    await approval.OnSignedAsync("OA-2026-18", "director", plan with { Id = "lifts-2026", ItemCode = "33078200000002" }, default),
];
Console.WriteLine($"approval: {string.Join("; ", answers)}");

// 5. Your wording: the party reads it in clear, the public without the name.
var orders = Enum.GetValues<DocumentAudience>().Select(audience => OwnTemplates.Order(services.GetRequiredService<DocumentTemplates>(), audience)).ToList();
Console.WriteLine(string.Join('\n', orders));
return wrongDay.Refusal?.Code == "SUP4242" && levels is [_, "SUP7103", _] && levels[2].Contains("W-R-1", StringComparison.Ordinal)
    && orders[0].Contains("张三", StringComparison.Ordinal) && !orders[1].Contains("张三", StringComparison.Ordinal)
    && answers is ["in force: kitchens-2026", "in force: kitchens-2026", "returned: SUP4101"] ? 0 : 1;

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now => now;

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
