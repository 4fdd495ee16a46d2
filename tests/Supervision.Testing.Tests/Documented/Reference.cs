using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Events;
using Supervision.Hashing;
using Supervision.Rules.Credit;
using Supervision.Rules.Feel;
using Supervision.Rules.Inference;
using Supervision.Rules.Packs;
using Supervision.Rules.Dmn;
using Supervision.Rules.Facts;
using Supervision.Rules.Policies;
using Supervision.Rules.Decisions;
using Supervision.Sampling;
using Supervision.Storage;

namespace Supervision.Testing.Tests.Documented;

// The C# of the reference pages, to the letter: what stands here compiles, and a test (CodeBlockTests) sees that what stands there stands here.
internal static class Reference
{
    public static void Readme(IServiceCollection services, RulePackRegistry packs)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSupervision(supervision => supervision.UseRulePacks(packs));
        services.AddSupervisionSqlite("supervision.db");      // or AddSupervisionPostgreSql("Host=…;Database=…")
    }

    public static async Task AccessAsync(
        IServiceProvider services, Actor actor, string plan, DrawInputs inputs, string idempotencyKey, string content, CancellationToken token)
    {
        var desk = services.GetRequiredService<CommandDesk>();
        await desk.RunAsync<RunDraw, Outcome<DrawResult>>(actor, draw => draw.RunAsync(plan, inputs, actor, token), token);
        await desk.RunOnceAsync(actor, idempotencyKey, content, async scope =>      // one effect, one answer, whatever is repeated
            (await scope.GetRequiredService<RunDraw>().RunAsync(plan, inputs, actor, token)).OrThrow().Draw.Id, token);
    }

    public static async Task EventsAsync(OutboxDispatcher dispatcher, CancellationToken token)
    {
        await dispatcher.DispatchAsync(new Reminder(), ["task.assigned"], token);      // OutboxDispatcher; call it again and again
    }

    public static void Scaling(IEnumerable<CellCount> counts, DrawRates rates, Digest seed)
    {
        var table = new SubjectTable("register", "subjects");                   // columns id, cell, weight, status
        string count = DrawSql.Count(SqlDialect.PostgreSql, table);             // rows: cell, eligible
        ShardPlan plan = ShardedDraw.Plan(counts, rates, minPerCell: 1, HashKind.Sha256, seed);
        string draw = DrawSql.SelectTierSrs(SqlDialect.PostgreSql, table, plan); // rows: id, by id bytes
    }

    public static void Feel()
    {
        var scope = new FeelScope(new("重点项", FeelType.Number), new("等级", FeelType.Text));
        var rule = FeelExpression.Parse("重点项 >= 3 and 等级 != \"A\"", scope);              // FeelMode.Strict
        FeelValue answer = rule.Evaluate([FeelValue.Of(3m), FeelValue.Of("B")]);            // values in the scope's order

        var model = DmnModel.Load("grade.dmn", File.ReadAllBytes("grade.dmn"));
        DmnResult result = model.Evaluate("等级", new Dictionary<string, FeelValue> { ["监管积分"] = FeelValue.Of(12m) });
        // result.Value, result.Tables (each table and the rows that matched), result.Warnings
    }

    public static void Inference(PolicyReference ruleSet, string subjectId, DateOnly asOf, IReadOnlyList<object> facts)
    {
        IInferenceHost host = new RuleSetHost(ruleSet, [new ThreeTimesUnlicensed()]);
        IReadOnlyList<Proposal> proposals = host.Infer(new InferenceCase(subjectId, asOf, facts));
    }

    public static void RulePacks(byte[] bytes, SubjectHistory history, DateOnly asOf, DateOnly knownOn)
    {
        var pack = RulePackLoader.LoadForPublication("yiwu.yaml", bytes);   // throws RulePackException with all errors
        var registry = new RulePackRegistry([pack]);                        // policy id + date -> version in force
        ICreditPolicy policy = new CreditPolicy(registry, "yiwu-12-point");  // the credit, risk and draw questions of Core
        var any = new SubjectPolicy(registry, "tax-credit");                // any other question
        PolicyDecision decision = any.Decide(history, asOf, knownOn);       // as of a day, as known on a day
        SubjectAccount account = any.Open(history, asOf);                   // or event by event, with equal bytes
        var batch = TableBatch.Of(pack, "等级");                              // one table over columns of cases: the row of each
        var changed = any.Changes(history, knownOn);                        // issued results that late records make come out otherwise
    }

    public static async Task StorageAsync(AsyncServiceScope scope, OwnContext own, Permit permit, CancellationToken cancellationToken)
    {
        await scope.ServiceProvider.GetRequiredService<SharedTransaction>().JoinAsync(own, cancellationToken);
        own.Permits.Add(permit);                       // saved by the next commit of the unit of work, with state and journal, or not at all
    }

    internal sealed class Reminder : IEventHandler
    {
        public string Name => "reminder";

        public Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken) => Task.CompletedTask;      // write to the officer
    }

    internal sealed class ThreeTimesUnlicensed() : InferenceRule("three times unlicensed");

    internal sealed record Permit(string Number);

    internal sealed class OwnContext : DbContext
    {
        public DbSet<Permit> Permits => Set<Permit>();
    }
}
