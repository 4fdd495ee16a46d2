using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Console.Shell;

/// <summary>How a run reaches its data: what registers the stores, and what opens them once.</summary>
/// <param name="Register">Adds the stores for a database file.</param>
/// <param name="OpenAsync">Creates or upgrades the database, before the first use.</param>
internal sealed record StorageChoice(
    Action<IServiceCollection, string> Register, Func<IServiceProvider, CancellationToken, Task> OpenAsync)
{
    /// <summary>The embedded SQLite file.</summary>
    public static StorageChoice Sqlite { get; } = new(
        (_, path) => throw new InvalidOperationException(
            $"SUP9002: this build has no storage, so '{path}' cannot be opened; use a build that has it."),
        (_, _) => Task.CompletedTask);
}
