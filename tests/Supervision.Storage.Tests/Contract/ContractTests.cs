using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;

namespace Supervision.Storage.Tests.Contract;

/// <summary>Base of the suite that every engine must pass.</summary>
public abstract class ContractTests(IStorageUnderTest storage) : IAsyncLifetime
{
    protected static readonly Actor Clerk = new("clerk-1", "yiwu-market");
    protected static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, 0, TimeSpan.FromHours(8));

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IStorageUnderTest Storage => storage;

    protected IServiceProvider Services { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Services = await storage.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await storage.DisposeAsync();
    }

    protected async Task ReopenAsync()
    {
        await storage.CloseAsync();
        Services = await storage.OpenAsync();
    }

    protected async Task<string> DumpAsync()
    {
        await storage.CloseAsync();
        var dump = storage.Dump();
        Services = await storage.OpenAsync();
        return dump;
    }

    /// <summary>Runs one scope and commits it.</summary>
    protected async Task CommitAsync<TStore>(Func<TStore, Task> write, params JournalRecord[] records)
        where TStore : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<TStore>());
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        foreach (var record in records)
        {
            work.Append(record);
        }

        await work.CommitAsync(Token);
    }

    /// <summary>Reads in a scope of its own.</summary>
    protected async Task<T> ReadAsync<TStore, T>(Func<TStore, Task<T>> read)
        where TStore : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TStore>());
    }

    protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    protected static JournalRecord Record(string key) => new("subject.registered", key, Clerk, Noon, $$"""{"键":"{{key}}𠮷"}""");
}
