using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Supervision.Audit;
using Supervision.Calendars;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Comparison;
using Supervision.Coordination;
using Supervision.Credit;
using Supervision.Data;
using Supervision.DecisionSupport;
using Supervision.Documents;
using Supervision.Events;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Policies;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Storage;
using Supervision.Storage.Moving;
using Supervision.Storage.Persons;
using Supervision.Storage.PostgreSql;
using Supervision.Storage.Sqlite;
using Supervision.Storage.Stores.Audit;
using Supervision.Storage.Stores.Calendars;
using Supervision.Storage.Stores.Cases;
using Supervision.Storage.Stores.Catalog;
using Supervision.Storage.Stores.Comparison;
using Supervision.Storage.Stores.Coordination;
using Supervision.Storage.Stores.Credit;
using Supervision.Storage.Stores.Data;
using Supervision.Storage.Stores.DecisionSupport;
using Supervision.Storage.Stores.Documents;
using Supervision.Storage.Stores.Events;
using Supervision.Storage.Stores.Inspections;
using Supervision.Storage.Stores.Matters;
using Supervision.Storage.Stores.Policies;
using Supervision.Storage.Stores.Registry;
using Supervision.Storage.Stores.Risk;
using Supervision.Storage.Stores.Sampling;
using Supervision.Warnings;

namespace Supervision;

/// <summary>Puts the stores into a service collection.</summary>
public static class SupervisionStorageExtensions
{
    /// <summary>
    /// Keeps everything in one SQLite file. Await <see cref="SupervisionDatabase.OpenAsync"/> once at the start; then
    /// each scope is a unit of work. Safe to call twice: what is registered already stays, the first path included.
    /// </summary>
    /// <param name="services">Services.</param>
    /// <param name="dataSource">Path of the file; created when it is missing, its folder must exist.</param>
    public static IServiceCollection AddSupervisionSqlite(this IServiceCollection services, string dataSource)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataSource);
        return services.AddStores(_ => new SupervisionDatabase(new SqliteFile(dataSource)));
    }

    /// <summary>
    /// Keeps everything in a PostgreSQL database, 15 or newer, in the first schema of the search path; several host
    /// processes may share it. Await <see cref="SupervisionDatabase.OpenAsync"/> once at the start; then each scope is a
    /// unit of work. Safe to call twice: what is registered already stays.
    /// </summary>
    /// <param name="services">Services.</param>
    /// <param name="connectionString">"Host=…;Database=…;Username=…", see docs/reference/storage.md.</param>
    public static IServiceCollection AddSupervisionPostgreSql(this IServiceCollection services, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return services.AddStores(_ => new SupervisionDatabase(new PostgreSqlServer(connectionString)));
    }

    /// <summary>Gives the keys of personal data (docs/reference/access.md); without them such data are refused (SUP9024).</summary>
    public static IServiceCollection AddSupervisionPersonKeys(this IServiceCollection services, PersonKeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(ring);
        services.TryAddSingleton(ring);
        return services;
    }

    private static IServiceCollection AddStores(
        this IServiceCollection services, Func<IServiceProvider, SupervisionDatabase> database)
    {
        services.TryAddSingleton(database);
        services.TryAddScoped<CurrentActor>();
        services.TryAddScoped(provider => new StorageScope(
            provider.GetRequiredService<SupervisionDatabase>(), provider.GetRequiredService<CurrentActor>(), provider.GetService<PersonKeyRing>()));
        services.TryAddScoped(provider => new SharedTransaction(provider.GetRequiredService<StorageScope>()));
        services.TryAddScoped(provider => new DatabaseCopy(
            provider.GetRequiredService<StorageScope>(), provider.GetRequiredService<CurrentActor>()));
        services.TryAddScoped<IHeldUnitOfWork>(provider => provider.GetRequiredService<StorageScope>());
        services.TryAddScoped<ICommandStore, CommandStore>();
        services.TryAddScoped<IRoleStore, RoleStore>();
        services.TryAddScoped<ISessionStore, SessionStore>();
        services.TryAddScoped<IUserSecretStore, UserSecretStore>();
        services.TryAddScoped<IJournalIndex, JournalIndex>();
        services.TryAddScoped<IOutboxStore, OutboxStore>();
        services.TryAddScoped<IInbox, Inbox>();
        services.TryAddScoped<IUnitOfWork>(provider => provider.GetRequiredService<StorageScope>());
        services.TryAddScoped<IJournalReader, JournalReader>();
        services.TryAddScoped<ISubjectStore, SubjectStore>();
        services.TryAddScoped<ISubjectHistory, SubjectHistory>();
        services.TryAddScoped<IPersonStore, PersonStore>();
        services.TryAddScoped<IPackStore, PackStore>();
        services.TryAddScoped<IOfficerStore, OfficerStore>();
        services.TryAddScoped<ICalendarStore, CalendarStore>();
        services.TryAddScoped<IJointPlanStore, JointPlanStore>();
        services.TryAddScoped<ICaseStore, CaseStore>();
        services.TryAddScoped<IMatterStore, MatterStore>();
        services.TryAddScoped<IRiskSignalStore, RiskSignalStore>();
        services.TryAddScoped<ISensorDayStore, SensorDayStore>();
        services.TryAddScoped<IDocumentNumberStore, DocumentNumberStore>();
        services.TryAddScoped<ICatalogStore, CatalogStore>();
        services.TryAddScoped<IDrawStore, DrawStore>();
        services.TryAddScoped<ITaskStore, TaskStore>();
        services.TryAddScoped<IYearlyVisits, TaskStore>();
        services.TryAddScoped<IOperationStore, OperationStore>();
        services.TryAddScoped<IDocumentStore, DocumentStore>();
        services.TryAddScoped<ICreditEventStore, CreditEventStore>();
        services.TryAddScoped<IBatchStore, BatchStore>();
        services.TryAddScoped<IComparisonStore, ComparisonStore>();
        services.TryAddScoped<IStandingStore, StandingStore>();
        services.TryAddScoped<IIndicatorStore, IndicatorStore>();
        services.TryAddScoped<IVisitAuditStore, VisitAuditStore>();
        return services;
    }
}
