using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Registry;
using Supervision.Storage.Sqlite;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Sqlite;

public sealed class SupervisionDatabaseTests : IAsyncDisposable
{
    private readonly SqliteStorage _storage = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Open_FileOwnedBySomebodyElse_IsRefusedUntilItIsGivenBack()
    {
        await _storage.OpenAsync();
        await using var second = new SupervisionDatabase(_storage.FilePath);
        var refused = await Assert.ThrowsAsync<StorageException>(() => second.OpenAsync(Token));
        Assert.StartsWith("SUP9002", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_storage.FilePath + ".lock", refused.Message, StringComparison.Ordinal);

        await _storage.CloseAsync();
        await second.OpenAsync(Token);
        await second.OpenAsync(Token);
    }

    [Fact]
    public async Task Open_FileOfAnotherProgram_IsRefusedAndLeftAsItWas()
    {
        await File.WriteAllTextAsync(_storage.FilePath, "这不是数据库", Token);
        await using var database = new SupervisionDatabase(_storage.FilePath);
        var refused = await Assert.ThrowsAsync<StorageException>(() => database.OpenAsync(Token));
        Assert.StartsWith("SUP9013", refused.Message, StringComparison.Ordinal);
        Assert.Equal("这不是数据库", await File.ReadAllTextAsync(_storage.FilePath, Token));
    }

    [Fact]
    public void Use_BeforeOpen_SaysWhatToDo()
    {
        using var services = new ServiceCollection().AddSupervisionSqlite(_storage.FilePath).BuildServiceProvider();
        using var scope = services.CreateScope();
        var refused = Assert.Throws<StorageException>(
            () => { _ = scope.ServiceProvider.GetRequiredService<ISubjectStore>().CountAsync(Token); });
        Assert.StartsWith("SUP9003", refused.Message, StringComparison.Ordinal);
    }

    // Goal: a reader that is used again is as good as a new one. A query that somebody left half read would hold on to the moment at which it began.
    [Fact]
    public async Task Read_ThroughAConnectionThatWasUsedBefore_SeesWhatWasWrittenSince()
    {
        var services = await _storage.OpenAsync();
        var engine = services.GetRequiredService<SupervisionDatabase>().Engine;
        await SaveAsync("a", "b");
        var left = engine.OpenReader();
        Assert.True(await left.Query("SELECT id FROM subjects").ReadAsync(Token));
        left.Dispose();
        await SaveAsync("c");
        Assert.Equal(3, Count(out var first));
        await SaveAsync("d");
        Assert.Equal(4, Count(out var second));
        Assert.Same(first, second);

        int Count(out StorageSession session)
        {
            using var reader = session = engine.OpenReader();
            using var rows = reader.Query("SELECT count(*) FROM subjects");
            Assert.True(rows.Read());
            return rows.GetInt32(0);
        }

        async Task SaveAsync(params string[] ids)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([.. ids.Select(id => Given.Subject(id))], Token);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        }
    }

    [Fact]
    public async Task Write_WhileAnotherScopeWrites_WaitsThenGivesUpWithoutDamage()
    {
        var services = await _storage.OpenAsync();
        services.GetRequiredService<SupervisionDatabase>().Engine.Patience = TimeSpan.FromMilliseconds(50);
        await using var first = services.CreateAsyncScope();
        await first.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject("a")], Token);
        await using (var second = services.CreateAsyncScope())
        {
            var refused = await Assert.ThrowsAsync<StorageException>(
                () => second.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject("b")], Token));
            Assert.StartsWith("SUP9005", refused.Message, StringComparison.Ordinal);
        }

        await first.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        await using var third = services.CreateAsyncScope();
        Assert.Equal(1, await third.ServiceProvider.GetRequiredService<ISubjectStore>().CountAsync(Token));
    }

    // Goal: a crash in the middle of an import costs the batch under way, nothing else. Method: copy the files while a
    // batch larger than the page cache is under way, as a killed process would leave them, and go on with the copy.
    [Fact]
    public async Task Open_AfterACrashInTheMiddleOfAnImport_KeepsTheFinishedBatchesAndContinues()
    {
        var services = await _storage.OpenAsync();
        await using var copy = new SqliteStorage();
        await using (var scope = services.CreateAsyncScope())
        {
            var subjects = scope.ServiceProvider.GetRequiredService<ISubjectStore>();
            var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            await subjects.SaveAsync([Given.Subject("done")], Token);
            work.Append(new JournalRecord("subjects.registered", "done", new Actor("a", "b"), DateTimeOffset.UnixEpoch, "{}"));
            await work.CommitAsync(Token);
            ((SqliteFile)services.GetRequiredService<SupervisionDatabase>().Engine).ShrinkCache();
            await subjects.SaveAsync([.. Enumerable.Range(0, 20_000).Select(i => Given.Subject($"S-{i}"))], Token);
            Assert.True(new FileInfo(_storage.FilePath + "-wal").Length > 1_000_000, "the batch never reached the log");
            foreach (var suffix in new[] { "", "-wal" })
            {
                File.Copy(_storage.FilePath + suffix, copy.FilePath + suffix);
            }
        }

        var recovered = await copy.OpenAsync();
        await using var next = recovered.CreateAsyncScope();
        Assert.Equal(1, await next.ServiceProvider.GetRequiredService<ISubjectStore>().CountAsync(Token));
        await next.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject("S-1")], Token);
        next.ServiceProvider.GetRequiredService<IUnitOfWork>().Append(
            new JournalRecord("subjects.registered", "S-1", new Actor("a", "b"), DateTimeOffset.UnixEpoch, "{}"));
        await next.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
        var head = await JournalAudit.VerifyAsync(next.ServiceProvider.GetRequiredService<IJournalReader>(), Token);
        Assert.Equal(2, head.OrThrow().Size);
    }

    // Goal: a fault of the machine is a clear error, and nothing of the command stays. The engine itself fails, not a double.
    [Theory]
    [InlineData("PRAGMA max_page_count = 1", "SUP9017")]
    [InlineData("PRAGMA query_only = ON", "SUP9018")]
    [InlineData("PRAGMA busy_timeout = 1", "SUP9019")]
    public async Task Write_WhenTheMachineFails_SaysSoAndSavesNothing(string fault, string code)
    {
        var services = await _storage.OpenAsync();
        var writer = ((SqliteFile)services.GetRequiredService<SupervisionDatabase>().Engine).WriterForTests;
        writer.Execute(fault);
        var other = _storage.Connect();
        if (code == "SUP9019")
        {
            other.Execute("BEGIN IMMEDIATE");
        }

        await using (var scope = services.CreateAsyncScope())
        {
            var refused = await Assert.ThrowsAsync<StorageException>(async () =>
            {
                await scope.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync(
                    [.. Enumerable.Range(0, 2000).Select(i => Given.Subject($"S-{i}"))], Token);
                await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
            });
            Assert.StartsWith(code, refused.Message, StringComparison.Ordinal);
        }

        await other.DisposeAsync();
        writer.Execute("PRAGMA max_page_count = 1000000; PRAGMA query_only = OFF");
        await using var next = services.CreateAsyncScope();
        Assert.Equal(0, await next.ServiceProvider.GetRequiredService<ISubjectStore>().CountAsync(Token));
        await next.ServiceProvider.GetRequiredService<ISubjectStore>().SaveAsync([Given.Subject("S-1")], Token);
        await next.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
    }

    [Fact]
    public async Task Connections_Writer_HasTheDurableSettings()
    {
        await _storage.OpenAsync();
        await _storage.CloseAsync();
        using var writer = SqliteConnections.OpenWriter(_storage.FilePath);
        Assert.Equal(
            ["wal", "2", "1", "5000", "0"],
            new[] { "journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema" }
                .Select(name => SqliteStorage.Rows(writer, $"PRAGMA {name}").Single()));
        using var reader = SqliteConnections.OpenReader(_storage.FilePath);
        Assert.Equal("0", SqliteStorage.Rows(reader, "PRAGMA wal_autocheckpoint").Single());
        var refused = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => reader.Execute("DELETE FROM subjects"));
        Assert.Equal(SQLitePCL.raw.SQLITE_READONLY, refused.SqliteErrorCode);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(reader);
    }

    [Theory]
    [InlineData("3.50.4", true)]
    [InlineData("3.50.7", false)]
    [InlineData("3.44.6", false)]
    [InlineData("3.51.2", true)]
    [InlineData("3.51.3", false)]
    [InlineData("3.52.0", false)]
    public void HasWalResetBug_Version_IsKnown(string version, bool expected) =>
        Assert.Equal(expected, SqliteEngine.HasWalResetBug(version));
}
