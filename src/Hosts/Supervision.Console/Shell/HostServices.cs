using Microsoft.Extensions.DependencyInjection;
using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Time;

namespace Supervision.Console.Shell;

/// <summary>The container of one run: clock, stores, use cases. One scope is one unit of work.</summary>
internal sealed class HostServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private HostServices(ServiceProvider provider) => _provider = provider;

    /// <summary>Builds the container and opens the database.</summary>
    public static async Task<HostServices> OpenAsync(
        string database, TimeProvider time, StorageChoice storage, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSingleton(new AuthorityClock(time, AuthorityClock.ChinaStandardTime));
        AddUseCases(services);
        storage.Register(services, database);
        var host = new HostServices(services.BuildServiceProvider());
        try
        {
            await storage.OpenAsync(host._provider, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one use case in a scope of its own.</summary>
    public async Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<T>> body)
        where TUseCase : class
    {
        await using var scope = _provider.CreateAsyncScope();
        return await body(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>A scope for a command that needs several services in one unit of work.</summary>
    public AsyncServiceScope Scope() => _provider.CreateAsyncScope();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<RegisterCatalog>();
        services.AddScoped<ImportOfficers>();
        services.AddScoped<ImportSubjects>();
        services.AddScoped<SubmitInspection>();
        services.AddScoped<ServePointNotices>();
        services.AddScoped<RecordBreach>();
        services.AddScoped<ReweighSubjects>();
    }
}
