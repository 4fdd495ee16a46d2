using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Storage.Sqlite;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Sqlite;

// Goal: whoever waits for the writing connection joins the transaction before it, and still each unit of work is kept or undone alone, nobody is told
// of a success before it is durable, and nobody answers by what might be lost. Method: a first unit of work holds the connection until
// the others stand in line, so that the group is the same each time; a second reader of the file says what is durable.
public sealed class CommitGroupTests : IAsyncLifetime
{
    private static readonly Actor s_clerk = new("clerk-1", "yiwu-market");
    private readonly SqliteStorage _storage = new();
    private IServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _services = await _storage.OpenAsync();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Commit_WhileOthersWait_IsAcknowledgedWithTheirs()
    {
        await using var first = await BeginAsync("S-0");
        var second = BeginAsync("S-1"); // stands in line
        var commit = first.CommitAsync();
        await using var next = await second;
        Assert.False(commit.IsCompleted);
        Assert.Equal(0, Durable());

        await next.CommitAsync();
        await commit;
        Assert.Equal(2, Durable());
    }

    [Fact]
    public async Task Failure_OfAJoinedUnit_UndoesItAloneAndKeepsTheOthers()
    {
        await using var first = await BeginAsync("S-0");
        var second = BeginAsync("S-1");
        var third = BeginAsync("S-2");
        var commits = new List<Task> { first.CommitAsync() };
        await using (var failing = await second)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => failing.FailAsync());
            await commits[0]; // its failure may rest on what it saw: that had to be durable first
            Assert.Equal(1, Durable());
        }

        await using var last = await third;
        await last.CommitAsync();
        Assert.Equal(2, Durable());
        Assert.Equal(["S-0", "S-2"], await IdsAsync());
    }

    // A command that was given before is answered without a commit of its own: what the answer rests on has to be durable before it goes out.
    [Fact]
    public async Task End_WithoutACommit_MakesDurableWhatTheUnitMayHaveSeen()
    {
        await using var first = await BeginAsync("S-0");
        var asking = BeginAsync("S-1");
        var commit = first.CommitAsync();
        var reader = await asking;
        Assert.False(commit.IsCompleted);
        await reader.DisposeAsync();
        Assert.Equal(1, Durable());
        await commit;
    }

    [Fact]
    public async Task Commit_ThatTheDiskRefuses_IsToldToEveryMember()
    {
        await using var first = await BeginAsync("S-0");
        var second = BeginAsync("S-1");
        var commit = first.CommitAsync();
        await using var next = await second;
        var writer = ((SqliteFile)_services.GetRequiredService<SupervisionDatabase>().Engine).WriterForTests;
        SQLitePCL.raw.sqlite3_commit_hook(writer.Handle, _ => 1, null); // the commit becomes a rollback
        await Assert.ThrowsAnyAsync<Exception>(() => next.CommitAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => commit);
        SQLitePCL.raw.sqlite3_commit_hook(writer.Handle, null, null);
        Assert.Equal(0, Durable());

        await using var after = await BeginAsync("S-2");
        await after.CommitAsync();
        Assert.Equal(["S-2"], await IdsAsync());
    }

    [Fact]
    public async Task Waiter_WhoGivesUp_LeavesTheLineAndNobodyWaitsForHim()
    {
        await using var first = await BeginAsync("S-0");
        using var impatient = new CancellationTokenSource();
        var gone = BeginAsync("S-1", impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await first.CommitAsync().WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(1, Durable());
    }

    private async Task<UnitUnderTest> BeginAsync(string id, CancellationToken? cancellationToken = null)
    {
        var unit = new UnitUnderTest(_services.CreateAsyncScope(), id);
        try
        {
            await unit.WriteAsync(cancellationToken ?? Token);
            return unit;
        }
        catch
        {
            await unit.DisposeAsync();
            throw;
        }
    }

    private long Durable()
    {
        using var connection = new SqliteConnection($"Data Source={_storage.FilePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return (long)connection.Scalar("SELECT size FROM journal_head")!;
    }

    private async Task<List<string>> IdsAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        Assert.True((await JournalAudit.VerifyAsync(scope.ServiceProvider.GetRequiredService<IJournalReader>(), Token)).IsAccepted);
        var ids = new List<string>();
        await foreach (var row in scope.ServiceProvider.GetRequiredService<Risk.IStandingStore>().StreamAsync(Token))
        {
            ids.Add(row.SubjectId);
        }

        return ids;
    }

    private sealed class UnitUnderTest(AsyncServiceScope scope, string id) : IAsyncDisposable
    {
        public Task WriteAsync(CancellationToken cancellationToken) =>
            scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject(id)], cancellationToken);

        public Task CommitAsync()
        {
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            work.Append(new JournalRecord("subject.registered", id, s_clerk, DateTimeOffset.UnixEpoch, "{}"));
            return work.CommitAsync(Token);
        }

        public Task FailAsync() => scope.ServiceProvider.GetRequiredService<StorageScope>().WriteAsync<bool>(
            "a failure", _ => throw new InvalidOperationException("on purpose"), Token);

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
