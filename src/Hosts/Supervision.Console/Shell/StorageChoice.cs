using Microsoft.Extensions.DependencyInjection;
using Supervision.Storage;

namespace Supervision.Console.Shell;

/// <summary>How a run reaches its data: what registers the stores, and what opens them once.</summary>
/// <param name="Register">Adds the stores for a database file.</param>
/// <param name="OpenAsync">Creates or upgrades the database, before the first use.</param>
internal sealed record StorageChoice(
    Action<IServiceCollection, string> Register, Func<IServiceProvider, CancellationToken, Task> OpenAsync)
{
    /// <summary>The embedded SQLite file.</summary>
    public static StorageChoice Sqlite { get; } = new(
        (services, path) => services.AddSupervisionSqlite(path),
        (provider, cancellationToken) => provider.GetRequiredService<SupervisionDatabase>().OpenAsync(cancellationToken));
}
