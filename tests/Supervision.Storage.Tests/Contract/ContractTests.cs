using Supervision.Audit;
using Supervision.Testing.Laws;

namespace Supervision.Storage.Tests.Contract;

/// <summary>Base of the suite that every engine must pass.</summary>
public abstract class ContractTests(IStorageUnderTest storage) : IAsyncLifetime
{
    protected static readonly Actor Clerk = StoreScopes.Clerk;
    protected static readonly DateTimeOffset Noon = StoreScopes.Noon;

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
    protected Task CommitAsync<TStore>(Func<TStore, Task> write, params JournalRecord[] records)
        where TStore : notnull => Services.CommitAsync(write, records, Token);

    /// <summary>Reads in a scope of its own.</summary>
    protected Task<T> ReadAsync<TStore, T>(Func<TStore, Task<T>> read)
        where TStore : notnull => Services.ReadAsync(read);

    protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items) => await items.ToListAsync();

    protected static JournalRecord Record(string key) => StoreScopes.Record(key);
}
