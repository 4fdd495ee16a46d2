using Microsoft.EntityFrameworkCore;
using Supervision.Audit;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Audit;

namespace Supervision.Storage.Stores.Audit;

internal sealed class CommandStore(StorageScope scope) : ICommandStore
{
    // Looked up as the writer: the same command twice at once finds the other's effect, or takes effect alone.
    public Task<PastCommand?> FindAsync(Actor actor, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scope.WriteAsync(
            $"the command {key}",
            async session =>
            {
                await session.Engine.SerialiseAsync(session, $"command.{actor.Id}@{actor.AgencyId}.{key}", cancellationToken)
                    .ConfigureAwait(false);
                var row = await session.Context.Set<CommandRow>()
                    .SingleOrDefaultAsync(
                        row => row.ActorId == actor.Id && row.AgencyId == actor.AgencyId && row.Key == key, cancellationToken)
                    .ConfigureAwait(false);
                return row?.ToCommand(actor);
            },
            cancellationToken);
    }

    public Task AddAsync(PastCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return scope.WriteAsync(
            $"the command {command.Key}",
            session =>
            {
                session.Context.Add(CommandRow.From(command));
                return session.FlushAsync(cancellationToken);
            },
            cancellationToken);
    }

    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var instant = Stored.Instant(before);
        return scope.WriteAsync(
            "old commands",
            session => session.Context.Set<CommandRow>().IgnoreQueryFilters().Where(row => row.At < instant)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }
}
