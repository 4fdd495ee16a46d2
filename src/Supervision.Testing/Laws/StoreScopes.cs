using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;

namespace Supervision.Testing.Laws;

/// <summary>Works with stores as a host does, one scope a unit of work: for the laws, and for the suites of the engines.</summary>
internal static class StoreScopes
{
    public static Actor Clerk { get; } = new("clerk-1", "yiwu-market");

    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    /// <summary>An entry with a key of two scripts and a pair of surrogates.</summary>
    public static JournalRecord Record(string key) => new("subject.registered", key, Clerk, Noon, $$"""{"键":"{{key}}𠮷"}""");

    /// <summary>Runs one scope and commits it.</summary>
    public static async Task CommitAsync<TStore>(
        this IServiceProvider services, Func<TStore, Task> write, IEnumerable<JournalRecord> records, CancellationToken cancellationToken)
        where TStore : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<TStore>());
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        foreach (var record in records)
        {
            work.Append(record);
        }

        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Reads in a scope of its own.</summary>
    public static async Task<T> ReadAsync<TStore, T>(this IServiceProvider services, Func<TStore, Task<T>> read)
        where TStore : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TStore>());
    }
}
