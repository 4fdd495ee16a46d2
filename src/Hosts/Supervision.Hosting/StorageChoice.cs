using Microsoft.Extensions.DependencyInjection;
using Supervision.Storage;

namespace Supervision.Hosting;

/// <summary>How a run reaches its data: what registers the stores, and what opens them once.</summary>
/// <param name="Register">Adds the stores for the database that the person named.</param>
/// <param name="OpenAsync">Creates or upgrades the database, before the first use.</param>
internal sealed record StorageChoice(
    Action<IServiceCollection, string> Register, Func<IServiceProvider, CancellationToken, Task> OpenAsync)
{
    /// <summary>The embedded SQLite file, or a PostgreSQL server when the database is named by a connection string.</summary>
    public static StorageChoice ByName { get; } = new(
        (services, database) => _ = IsServer(database)
            ? services.AddSupervisionPostgreSql(database)
            : services.AddSupervisionSqlite(database),
        (provider, cancellationToken) => provider.GetRequiredService<SupervisionDatabase>().OpenAsync(cancellationToken));

    /// <summary>Whether a database is named by a connection string: "Host=…".</summary>
    public static bool IsServer(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
