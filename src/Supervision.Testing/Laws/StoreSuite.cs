using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Policies;

namespace Supervision.Testing.Laws;

/// <summary>Base of the laws: opens the stores, closes and opens them again, and works in scopes. One object for one law.</summary>
internal abstract class StoreSuite : IAsyncDisposable
{
    protected static readonly Actor Clerk = new("clerk-1", "yiwu-market");
    protected static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

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
