using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Calendars;
using Supervision.Policies;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Storage.Persons;
using Supervision.Time;

namespace Supervision.Console.Shell;

/// <summary>The container of one run: clock, stores, use cases. One scope is one unit of work.</summary>
internal sealed class HostServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private Actor _actor;

    private HostServices(ServiceProvider provider, Actor actor) => (_provider, _actor) = (provider, actor);

    /// <summary>Builds the container and opens the database.</summary>
    /// <param name="database">Database file.</param>
    /// <param name="time">Clock.</param>
    /// <param name="storage">How the data are reached.</param>
    /// <param name="actor">Who acts; what the actor may do comes from the roles that were granted.</param>
    /// <param name="breakGlass">Why the actor acts beyond them, or null.</param>
    /// <param name="packs">The packs that decide; null for a command in which no policy has a say.</param>
    /// <param name="published">Whether what the database has published goes before <paramref name="packs"/>.</param>
    /// <param name="keyFile">Keys of personal data, or null when there are none.</param>
    /// <param name="policies">The bureau's own policies.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="more">Adds further services; null adds none.</param>
    public static async Task<HostServices> OpenAsync(
        string database, TimeProvider time, StorageChoice storage, Actor actor, string? breakGlass, RulePackRegistry? packs,
        bool published, string? keyFile, BureauPolicies policies, CancellationToken cancellationToken, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSupervision(supervision => _ = packs is null ? supervision.ReadRulePacks() : supervision.UseRulePacks(packs));
        storage.Register(services, database);
        more?.Invoke(services);
        if (!string.IsNullOrEmpty(keyFile))
        {
            services.AddSupervisionPersonKeys(PersonKeyRing.Parse(await File.ReadAllTextAsync(keyFile, cancellationToken)).OrThrow());
        }

        policies.AddTo(services);
        var host = new HostServices(services.BuildServiceProvider(), actor);
        try
        {
            await storage.OpenAsync(host._provider, cancellationToken);
            await TakeCalendarAsync(host._provider, cancellationToken);
            if (time is TrainingClock)
            {
                await TrainingClock.DemandAsync(host._provider, actor, cancellationToken);
            }

            if (packs is not null && published)
            {
                await TakePublishedAsync(host._provider, packs, cancellationToken);
            }

            host._actor = await ActorRoles.OfAsync(host._provider, actor, breakGlass, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static async Task TakeCalendarAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<ICalendarStore>().ListAsync(cancellationToken);
        provider.GetRequiredService<LiveCalendar>().Take(stored.Select(notice => notice.Read()));
    }

    private static async Task TakePublishedAsync(IServiceProvider provider, RulePackRegistry packs, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<IPackStore>().ListPublishedAsync(cancellationToken);
        provider.GetRequiredService<LiveRulePacks>().Swap(PublishedPacks.Registry(stored, packs));
    }

    /// <summary>All services, and the actor with its roles.</summary>
    public (IServiceProvider Provider, Actor Actor) Whole => (_provider, _actor);

    /// <summary>Acts that are more than a use case.</summary>
    public HostActs Acts => new(Desk, _actor);

    /// <summary>A service that belongs to no unit of work: the clock, a policy.</summary>
    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>Runs one use case in a scope of its own.</summary>
    public Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<T>> body)
        where TUseCase : class => Desk.RunAsync(_actor, body, CancellationToken.None);

    /// <summary>A scope for a command that needs several services in one unit of work.</summary>
    public AsyncServiceScope Scope() => Desk.Open(_actor);

    private CommandDesk Desk => _provider.GetRequiredService<CommandDesk>();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
