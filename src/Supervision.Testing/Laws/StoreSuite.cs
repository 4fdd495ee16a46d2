using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Policies;

namespace Supervision.Testing.Laws;

/// <summary>Base of the laws: opens the stores, closes and opens them again, and works in scopes. One object for one law.</summary>
internal abstract class StoreSuite : IAsyncDisposable
{
    protected static readonly Actor Clerk = StoreScopes.Clerk;
    protected static readonly DateTimeOffset Noon = StoreScopes.Noon;

    private readonly ManualTime _time = new(Noon);
    private Func<IServiceCollection, Task<IServiceProvider>> _open = _ => throw new InvalidOperationException("Open first.");

    protected CancellationToken Token { get; private set; }

    protected IServiceProvider Services { get; private set; } = null!;

    /// <summary>Opens the stores for the first time.</summary>
    public async Task OpenAsync(Func<IServiceCollection, Task<IServiceProvider>> open, CancellationToken cancellationToken)
    {
        (_open, Token) = (open, cancellationToken);
        Services = await OpenAgainAsync();
    }

    public ValueTask DisposeAsync() => CloseAsync();

    protected async Task ReopenAsync()
    {
        await CloseAsync();
        Services = await OpenAgainAsync();
    }

    /// <summary>Runs one scope and commits it.</summary>
    protected Task CommitAsync<TStore>(Func<TStore, Task> write, params JournalRecord[] records)
        where TStore : notnull => Services.CommitAsync(write, records, Token);

    /// <summary>Reads in a scope of its own.</summary>
    protected Task<T> ReadAsync<TStore, T>(Func<TStore, Task<T>> read)
        where TStore : notnull => Services.ReadAsync(read);

    protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items) => await items.ToListAsync();

    // Whatever the size of a page, nothing is missed and nothing comes twice.
    protected static async Task PagesAreTheWholeAsync<T>(IReadOnlyList<T> whole, Func<T, string> key, Func<string?, int, Task<IReadOnlyList<T>>> readAsync)
    {
        for (var limit = 1; limit <= whole.Count + 1; limit++)
        {
            var read = new List<T>();
            while (await readAsync(read.Count == 0 ? null : key(read[^1]), limit) is { Count: > 0 } page)
            {
                Assert.True(page.Count <= limit);
                read.AddRange(page);
            }

            Assert.Equal(whole, read);
        }
    }

    protected static JournalRecord Record(string key) => StoreScopes.Record(key);

    private Task<IServiceProvider> OpenAgainAsync() => _open(
        new ServiceCollection().AddSingleton<TimeProvider>(_time).AddSingleton<IPackReader, LinePackReader>().AddSupervision());

    private async ValueTask CloseAsync()
    {
        if (Services is IAsyncDisposable services)
        {
            await services.DisposeAsync();
        }
    }
}
