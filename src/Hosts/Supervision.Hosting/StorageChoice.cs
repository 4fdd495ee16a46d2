using Microsoft.Extensions.DependencyInjection;
using Supervision.Storage;

namespace Supervision.Hosting;

/// <summary>How a run reaches its data: what registers the stores, and what opens them once.</summary>
/// <param name="Register">Adds the stores for the database that the person named.</param>
/// <param name="OpenAsync">Creates or upgrades the database, before the first use.</param>
/// <param name="IsThere">Whether the database that the person named is there, as far as one can tell without opening it.</param>
internal sealed record StorageChoice(
    Action<IServiceCollection, string> Register, Func<IServiceProvider, CancellationToken, Task> OpenAsync, Predicate<string> IsThere)
{
    /// <summary>The embedded SQLite file, or a PostgreSQL server when the database is named by a connection string.</summary>
    public static StorageChoice ByName { get; } = new(
        (services, database) => _ = IsServer(database)
            ? services.AddSupervisionPostgreSql(database)
            : services.AddSupervisionSqlite(database),
        (provider, cancellationToken) => provider.GetRequiredService<SupervisionDatabase>().OpenAsync(cancellationToken),
        database => IsServer(database) || File.Exists(database));

    /// <summary>Whether a database is named by a connection string: "Host=…".</summary>
    public static bool IsServer(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
