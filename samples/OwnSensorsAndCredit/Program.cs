// Systems that you have already take the place of ours: a policy engine, sensors and a credit system, on one database.
using Microsoft.Extensions.DependencyInjection;
using OwnSensorsAndCredit;
using Supervision;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Events;
using Supervision.Registry;
using Supervision.Storage;
using Supervision.Testing;
using Supervision.Warnings;

// 1. Your policy engine: registered before AddSupervision, and kept.
var now = new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.FromHours(8));
await using var services = new ServiceCollection()
    .AddSingleton<TimeProvider>(new ManualTimeProvider(now)).AddSingleton<IWarningModels, OwnModels>()
    .AddSupervision().AddSupervisionSqlite(Path.Combine(Directory.CreateTempSubdirectory("own-sensors-").FullName, "supervision.db"))
    .BuildServiceProvider(validateScopes: true);
await services.GetRequiredService<SupervisionDatabase>().OpenAsync(default);
var desk = services.GetRequiredService<CommandDesk>();
var clerk = new Actor("clerk-1", "market") { Roles = Roles.Registrar | Roles.Planner };
(await desk.RunAsync<RegisterCatalog, Outcome<int>>(clerk, use => use.RunAsync(
    new CatalogFile([new Agency("market", "市监局", "330782", ["food"])], [], []), clerk, default), default)).OrThrow();

// 2. Your credit system: the subject comes with its score.
var kitchen = new Subject { Id = "P-1", Kind = SubjectKind.SelfEmployed, Name = "义乌面馆", DivisionCode = "330782", DeliveredRiskClass = OwnCredit.ClassOf(710) };
await desk.RunAsync<ImportSubjects, ImportResult>(clerk, use => use.RunAsync(
    "register", [new ImportRow<Subject>(1, kitchen, null)], clerk, _ => { }, _ => { }, default), default);

// 3. Your sensors: the same reading twice is one signal.
var levels = new List<string>();
foreach (var reading in new Reading[]
{
    new("R-1", "P-1", 9.5m, now.AddMinutes(-9), true), new("R-1", "P-1", 9.5m, now.AddMinutes(-9), true), new("R-2", "P-1", 13m, now.AddMinutes(-6), true),
})
{
    var outcome = await desk.RunAsync<RaiseWarning, Outcome<SignalResult>>(clerk, use => use.RunAsync(reading.ToSignal(), clerk, default), default);
    levels.Add(outcome.TryGet(out var result, out var no) ? $"{result.Assessment.Reasons.Text} -> {result.Warning?.Id}" : no.Code);
}

Console.WriteLine($"sensors: {string.Join("; ", levels)}");

// 4. Your credit system hears what happened, again where it failed.
var credit = new OwnCredit();
await services.GetRequiredService<OutboxDispatcher>().DispatchAsync(credit, ["warning.opened", "credit.decided", "risk.reweighed"], default);
Console.WriteLine($"credit system: class {kitchen.DeliveredRiskClass}; heard {string.Join(", ", credit.Heard)}");
return levels is [_, "SUP7103", _] && levels[2].Contains("W-R-1", StringComparison.Ordinal) && credit.Heard is ["warning.opened W-R-1"] ? 0 : 1;
