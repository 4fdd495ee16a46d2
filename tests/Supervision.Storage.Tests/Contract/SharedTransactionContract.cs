using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

/// <summary>A context of an embedder and the unit of work: both or neither, on every engine.</summary>
public abstract class SharedTransactionContract(IStorageUnderTest storage) : ContractTests(storage)
{
    protected abstract DbContextOptions OwnOptions { get; }

    [Fact]
    public async Task Commit_AfterJoin_SavesOwnRowsStateAndJournal()
    {
        await CreateOwnTableAsync();
        await using (var scope = Services.CreateAsyncScope())
        {
            await using var own = await JoinAsync(scope);
            await AddBothAsync(scope, own, "s1");
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        }

        Assert.Equal((1, true, 1), await CountAsync("s1"));
    }

    [Fact]
    public async Task Dispose_WithoutCommit_SavesNeither()
    {
        await CreateOwnTableAsync();
        await using (var scope = Services.CreateAsyncScope())
        {
            await using var own = await JoinAsync(scope);
            await AddBothAsync(scope, own, "s1");
            await own.SaveChangesAsync(Token);
        }

        Assert.Equal((0, false, 0), await CountAsync("s1"));
    }

    // The embedder knows its own constraint best: its exception comes through as EF throws it.
    [Fact]
    public async Task Commit_OwnRowCollides_SavesNeitherAndThrowsTheOwnException()
    {
        await CreateOwnTableAsync();
        await using (var scope = Services.CreateAsyncScope())
        {
            await using var own = await JoinAsync(scope);
            own.Add(new Permit { Id = "p-s1" });
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        }

        await using (var scope = Services.CreateAsyncScope())
        {
            await using var own = await JoinAsync(scope);
            await AddBothAsync(scope, own, "s1");
            await Assert.ThrowsAsync<DbUpdateException>(
                () => scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token));
        }

        Assert.Equal((1, false, 0), await CountAsync("s1"));
    }

    [Fact]
    public async Task Append_RefusedAfterJoin_SavesNeither()
    {
        await CreateOwnTableAsync();
        await using (var scope = Services.CreateAsyncScope())
        {
            await using var own = await JoinAsync(scope);
            await AddBothAsync(scope, own, "s1");
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            Assert.Throws<RefusedException>(() => work.Append(Record("11010519491231002X")));
        }

        Assert.Equal((0, false, 0), await CountAsync("s1"));
    }

    [Fact]
    public async Task JoinAsync_AgainAfterACommit_SavesTheSecondPartToo()
    {
        await CreateOwnTableAsync();
        await using (var scope = Services.CreateAsyncScope())
        {
            await using var own = await JoinAsync(scope);
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            await AddBothAsync(scope, own, "s1");
            await work.CommitAsync(Token);
            Assert.Null(own.Database.CurrentTransaction);
            await scope.ServiceProvider.GetRequiredService<SharedTransaction>().JoinAsync(own, Token);
            await scope.ServiceProvider.GetRequiredService<SharedTransaction>().JoinAsync(own, Token);
            await AddBothAsync(scope, own, "s2");
            await work.CommitAsync(Token);
        }

        Assert.Equal((2, true, 2), await CountAsync("s2"));
    }

    private static async Task AddBothAsync(AsyncServiceScope scope, OwnContext own, string id)
    {
        own.Add(new Permit { Id = "p-" + id });
        await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject(id)], Token);
        scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Append(Record(id));
    }

    private async Task<OwnContext> JoinAsync(AsyncServiceScope scope)
    {
        var own = new OwnContext(OwnOptions);
        await scope.ServiceProvider.GetRequiredService<SharedTransaction>().JoinAsync(own, Token);
        return own;
    }

    private async Task CreateOwnTableAsync()
    {
        await Storage.CloseAsync();
        Storage.Tamper("CREATE TABLE permits (id text NOT NULL PRIMARY KEY)");
        await ReopenAsync();
    }

    private async Task<(int Own, bool Subject, int Journal)> CountAsync(string id)
    {
        await using var scope = Services.CreateAsyncScope();
        await using var own = await JoinAsync(scope);
        var subject = await scope.ServiceProvider.GetRequiredService<ISubjectStore>().FindAsync(id, Token);
        var journal = await ListAsync(scope.ServiceProvider.GetRequiredService<IJournalReader>().ReadAsync(0, Token));
        return (await own.Set<Permit>().CountAsync(Token), subject is not null, journal.Count);
    }

    private sealed class Permit
    {
        public required string Id { get; init; }
    }

    private sealed class OwnContext(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Permit>(permit =>
        {
            permit.ToTable("permits");
            permit.Property(one => one.Id).HasColumnName("id");
        });
    }
}
