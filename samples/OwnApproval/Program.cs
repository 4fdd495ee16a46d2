// An approval procedure that you have already: what it says yes to is in force here, once, however often its message comes.
using Microsoft.Extensions.DependencyInjection;
using OwnApproval;
using Supervision;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Storage;
using Supervision.Testing;

await using var services = new ServiceCollection()
    .AddSingleton<TimeProvider>(new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.FromHours(8)))).AddSingleton<Approval>()
    .AddSupervision().AddSupervisionSqlite(Path.Combine(Directory.CreateTempSubdirectory("own-approval-").FullName, "supervision.db"))
    .BuildServiceProvider(validateScopes: true);
await services.GetRequiredService<SupervisionDatabase>().OpenAsync(default);
var clerk = new Actor("clerk-1", "market") { Roles = Roles.Registrar };
var checklist = new Checklist("kitchen", 1, "厨房", [new CheckPoint("1", "冷链", "c1", PointImportance.Key, "serious")]);
var item = new SupervisionItem
{
    Code = "33078200000001", Name = "餐饮检查", Kind = ItemKind.Key, OwnerAgencyId = "market", Field = "food",
    Basis = [new LegalBasis("食品安全法", "第一百一十条", new DateOnly(2015, 10, 1))], ChecklistId = "kitchen", Contents = [new ItemContent("c1", "冷链")],
};
(await services.GetRequiredService<CommandDesk>().RunAsync<RegisterCatalog, Outcome<int>>(clerk, use => use.RunAsync(
    new CatalogFile([new Agency("market", "市监局", "330782", ["food"])], [item], [checklist]), clerk, default), default)).OrThrow();

// The first message comes twice; the second is about an item that the catalogue does not have.
var approval = services.GetRequiredService<Approval>();
var plan = new PlanRequest(
    "kitchens-2026", "餐饮抽查", "market", item.Code, "330782", new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31), [new TierRate("A", 500_000)], 0, 0, "办公会〔2026〕3号");
string[] answers =
[
    await approval.OnSignedAsync("OA-2026-17", "director", plan, default), await approval.OnSignedAsync("OA-2026-17", "director", plan, default),
    await approval.OnSignedAsync("OA-2026-18", "director", plan with { Id = "lifts-2026", ItemCode = "33078200000002" }, default),
];
Console.WriteLine(string.Join('\n', answers));
return answers is ["in force: kitchens-2026", "in force: kitchens-2026", "returned: SUP4101"] ? 0 : 1;
