using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Storage.Moving;
using Supervision.Storage.Tests.Contract;
using Supervision.Storage.Tests.PostgreSql;
using Supervision.Storage.Tests.Sqlite;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests;

// Goal: everything goes over to the other engine and back with equal contents and an equal root, and a backup is one moment.
public sealed class MoveTests : IAsyncDisposable
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-").FullName;
    private readonly SqliteStorage _file = new();
    private readonly SqliteStorage _again = new();
    private readonly PostgreSqlStorage _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        await _again.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Export_ToTheOtherEngineAndBack_GivesTheSameFiles()
    {
        await FillAsync(await _file.OpenAsync());
        var head = await ExportAsync(_file, "one");
        Assert.Equal(head, await ImportAsync(_server, "one"));
        Assert.Equal(head, await ExportAsync(_server, "two"));
        Assert.Equal(head, await ImportAsync(_again, "two"));
        Assert.Equal(head, await ExportAsync(_again, "three"));
        var files = Directory.GetFiles(PathOf("one")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("tasks.jsonl", files);
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(PathOf("one"), file!), Token);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(PathOf("two"), file!), Token));
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(PathOf("three"), file!), Token));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Export_WhileOthersWrite_IsOneMoment(bool server)
    {
        IStorageUnderTest storage = server ? _server : _file;
        var services = await storage.OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var written = 0;
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await CommitAsync<ISubjectStore>(
                    services, store => store.SaveAsync([Given.Subject($"S-{written}")], Token), $"S-{written}");
                written++;
            }
        });
        while (written < 20)
        {
            await Task.Delay(1, Token);
        }

        var head = await ExportAsync(storage, "busy");
        await stop.CancelAsync();
        await writing;
        Assert.True(head.Size >= 20);
        Assert.Equal(head, await ImportAsync(_again, "busy"));
        Assert.Equal(head.Size, await ReadAsync<ISubjectStore, long>(await _again.OpenAsync(), store => store.CountAsync(Token)));
    }

    [Theory]
    [InlineData("journal.jsonl", "餐", "饭", "SUP9034")]
    [InlineData("subjects.jsonl", "[\"S-1\"", "[\"S-1\",", "SUP9034")]
    [InlineData("findings.jsonl", "\n", "", "SUP9034")]
    [InlineData("manifest.json", "supervision-export/1", "supervision-export/2", "SUP9032")]
    public async Task Import_OfAChangedFile_KeepsNothing(string file, string old, string @new, string code)
    {
        await FillAsync(await _file.OpenAsync());
        await ExportAsync(_file, "one");
        var path = Path.Combine(PathOf("one"), file);
        var text = await File.ReadAllTextAsync(path, Token);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(old, @new, StringComparison.Ordinal), Token);
        await _again.OpenAsync();
        await _again.CloseAsync();
        var before = _again.Dump();

        var refused = await Assert.ThrowsAsync<StorageException>(() => ImportAsync(_again, "one"));
        Assert.StartsWith(code, refused.Message, StringComparison.Ordinal);
        await _again.CloseAsync();
        Assert.Equal(before, _again.Dump());
    }

    [Fact]
    public async Task Move_WhereSomethingIs_IsRefused()
    {
        await FillAsync(await _file.OpenAsync());
        await ExportAsync(_file, "one");
        Assert.StartsWith("SUP9031", (await Assert.ThrowsAsync<StorageException>(() => ExportAsync(_file, "one"))).Message, StringComparison.Ordinal);
        Assert.StartsWith("SUP9033", (await Assert.ThrowsAsync<StorageException>(() => ImportAsync(_file, "one"))).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(PathOf("one"), "manifest.json"));
        Assert.StartsWith("SUP9032", (await Assert.ThrowsAsync<StorageException>(() => ImportAsync(_again, "one"))).Message, StringComparison.Ordinal);
        await using var scope = (await _file.OpenAsync()).GetRequiredService<CommandDesk>().Open(new Actor("a", "b") { Roles = Roles.Head });
        var refused = await Assert.ThrowsAsync<Decisions.RefusedException>(
            () => scope.ServiceProvider.GetRequiredService<DatabaseCopy>().ExportAsync(PathOf("x"), Token));
        Assert.Equal("SUP9301", refused.Refusal.Code);
    }

    [Fact]
    public async Task Export_OfAnEmptyDatabase_ComesBack() =>
        Assert.Equal(await ExportAsync(_file, "none"), await ImportAsync(_again, "none"));

    // A program that restores and goes on finds them by the index at once, and not one after the other until it is started again.
    [Fact]
    public async Task Import_TakesTheNamesOfSubjectsIntoTheirIndex()
    {
        await FillAsync(await _file.OpenAsync());
        await ExportAsync(_file, "one");
        await ImportAsync(_again, "one");
        using var connection = _again.Connect();
        Assert.Empty(SqliteStorage.Rows(connection, "SELECT subject_id FROM subject_names_waiting"));
        Assert.Contains("S-1", SqliteStorage.Rows(connection, "SELECT subject_id FROM subject_names"));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private async Task<JournalHead> ExportAsync(IStorageUnderTest storage, string name) =>
        await ReadAsync<DatabaseCopy, JournalHead>(await storage.OpenAsync(), copy => copy.ExportAsync(PathOf(name), Token));

    private async Task<JournalHead> ImportAsync(IStorageUnderTest storage, string name) =>
        await ReadAsync<DatabaseCopy, JournalHead>(await storage.OpenAsync(), copy => copy.ImportAsync(PathOf(name), Token));

    private static async Task FillAsync(IServiceProvider services)
    {
        await CommitAsync<ISubjectStore>(services, store => store.SaveAsync([Given.FullSubject(), Given.Subject("S-1")], Token), "餐");
        await CommitAsync<IOfficerStore>(services, store => store.SaveOfficersAsync([Given.Officer("o1")], Token), "o1");
        await CommitAsync<ICatalogStore>(services, async store =>
        {
            await store.SaveNationalItemAsync(Given.NationalItem(), Token);
            await store.SaveItemAsync(Given.Item(), Token);
            await store.AddChecklistAsync(Given.Checklist(), Token);
        }, "items");
        await CommitAsync<IDrawStore>(services, async store =>
        {
            await store.AddPlanAsync(Given.Plan(), Token);
            await store.AddDrawAsync(Given.Draw("food-2026-1", s_noon), [new DrawnSubject("S-1", "A")], Token);
        }, "draw");
        await CommitAsync<ITaskStore>(services, async store =>
        {
            var task = Given.Task("t1", "S-1");
            await store.AddAsync([task, Given.Task("t2", "S-1")], Token);
            await store.UpdateAsync([Given.Recorded(task, s_noon)], Token);
            await store.AddFindingsAsync([Given.Finding("t1", "S-1", "1.1"), Given.Finding("t1", "S-1", "1.2", null)], Token);
        }, "tasks");
        await CommitAsync<ICreditEventStore>(services, store => store.AddAsync([Given.Event(1, "S-1", new DateOnly(2026, 3, 2))], Token), "credit");
        await CommitAsync<IStandingStore>(services, store => store.SaveAsync([Given.Standing("S-1")], Token), "standing");
    }

    private static async Task CommitAsync<TStore>(IServiceProvider services, Func<TStore, Task> write, string key)
        where TStore : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<TStore>());
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        work.Append(new JournalRecord("test.done", key, new Actor("a", "b"), s_noon, "{}"));
        await work.CommitAsync(Token);
    }

    private static async Task<T> ReadAsync<TService, T>(IServiceProvider services, Func<TService, Task<T>> read)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
