using EmbeddedInAWebApp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Storage.Views;
using Supervision.Testing;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

/// <summary>The context of the sample EmbeddedInAWebApp: it joins every unit of work without breaking a law, and its views keep the filters.</summary>
public abstract class OwnContextContract(Func<IStorageUnderTest> storage)
{
    private static readonly Actor s_inspector = new("li", "yiwu-market") { Roles = Roles.Inspector };

    public static TheoryData<string> Laws => [.. StoreLaws.All.Select(row => (string)row[0])];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Stores_WithTheContextInEveryTransaction_KeepTheLaw(string law)
    {
        await using var under = storage();
        under.Configure = services =>
        {
            services.AddDbContext<PermitContext>(Use);
            services.AddScoped<IUnitOfWork>(provider => new JoinedWork(
                provider.GetRequiredService<StorageScope>(), provider.GetRequiredService<PermitContext>()));
        };
        await StoreLaws.CheckAsync(law, under.OpenAsync, Token);
    }

    [Fact]
    public async Task Views_InAScope_ShowWhatItsActorMaySee()
    {
        await using var under = await FilledAsync();
        foreach (var (actor, subjects, tasks) in new (Actor?, string, string)[]
        {
            (null, "a b c", "t1 t2"), (s_inspector, "a b c", "t1"), (s_inspector with { DivisionCode = "330700" }, "a b", "t1"),
            (s_inspector with { DivisionCode = "330102", AgencyId = "other" }, "c", ""), (s_inspector with { Roles = Roles.Auditor }, "a b c", "t1 t2"),
        })
        {
            await using var scope = Scope(await under.OpenAsync(), actor);
            await using var own = Context();
            await scope.ServiceProvider.GetRequiredService<SharedTransaction>().JoinAsync(own, Token);
            Assert.Equal((subjects, tasks), await SeenAsync(own));
        }
    }

    // LetSee needs a connection of the context's own: that of another, which joined, stands for it.
    [Fact]
    public async Task Views_OfAContextThatWasNotTold_AreEmpty()
    {
        await using var under = await FilledAsync();
        await using var scope = Scope(await under.OpenAsync(), s_inspector);
        var shared = scope.ServiceProvider.GetRequiredService<SharedTransaction>();
        await using var joined = Context();
        await shared.JoinAsync(joined, Token);
        await using var own = Context();
        own.Database.SetDbConnection(joined.Database.GetDbConnection(), contextOwnsConnection: false);
        await own.Database.UseTransactionAsync(TransactionOf(joined), Token);
        Assert.Equal(("", ""), await SeenAsync(own));
        Assert.Equal(0, await own.Set<StandingView>().CountAsync(Token));
        shared.LetSee(own);
        Assert.Equal(("a b c", "t1"), await SeenAsync(own));
        var standing = await own.Set<StandingView>().SingleAsync(Token);
        Assert.Equal((Given.Standing("a").AsOf, Given.Standing("a").Grade, Given.Standing("a").Class), (standing.AsOf, standing.Grade, standing.RiskClass));
        var due = await own.Set<TaskView>().Where(task => task.DueOn <= new DateOnly(2026, 4, 1) && task.State == TaskState.Assigned).SingleAsync(Token);
        Assert.Equal(("t1", "a", "yiwu-market"), (due.Id, due.SubjectId, due.AgencyId));
        Assert.Equal(Given.RareName, (await own.Set<SubjectView>().FirstAsync(one => one.Id == "a" && one.Status == SubjectStatus.Active, Token)).Name);
    }

    [Fact]
    public void Views_AreNoTablesOfTheEmbedder()
    {
        using var own = Context();
        foreach (var view in own.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(Permit)))
        {
            Assert.Null(view.FindPrimaryKey());
            Assert.Null(view.GetTableName());
        }

        Assert.Throws<InvalidOperationException>(() => own.Add(new SubjectView { Id = "x", Name = "x", DivisionCode = "330782", Status = SubjectStatus.Active }));
    }

    protected abstract void Use(DbContextOptionsBuilder options);

    private PermitContext Context()
    {
        var options = new DbContextOptionsBuilder<PermitContext>();
        Use(options);
        return new PermitContext(options.Options);
    }

    private static System.Data.Common.DbTransaction TransactionOf(DbContext context) =>
        Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(context.Database.CurrentTransaction!);

    private static AsyncServiceScope Scope(IServiceProvider services, Actor? actor) =>
        actor is null ? services.CreateAsyncScope() : services.GetRequiredService<CommandDesk>().Open(actor);

    private static async Task<(string Subjects, string Tasks)> SeenAsync(PermitContext own) => (
        string.Join(' ', await own.Set<SubjectView>().Select(one => one.Id).Order().ToListAsync(Token)),
        string.Join(' ', await own.Set<TaskView>().Select(one => one.Id).Order().ToListAsync(Token)));

    private async Task<IStorageUnderTest> FilledAsync()
    {
        var under = storage();
        await using var scope = (await under.OpenAsync()).CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync(
            [Given.Subject("a"), Given.Subject("b", "330702"), Given.Subject("c", "330102")], Token);
        await scope.ServiceProvider.GetRequiredService<IStandingStore>().SaveAsync([Given.Standing("a")], Token);
        await scope.ServiceProvider.GetRequiredService<ITaskStore>().AddAsync(
            [Given.Task("t1", "a"), Given.Task("t2", "a") with { AgencyId = "330700" }], Token);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        return under;
    }

    private sealed class JoinedWork(StorageScope scope, PermitContext own) : IUnitOfWork
    {
        public void Append(JournalRecord record) => scope.Append(record);

        public async Task CommitAsync(CancellationToken cancellationToken)
        {
            await scope.JoinAsync(own, cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }
    }
}
