using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;

namespace Supervision.Console.Shell;

/// <summary>What the actor of a run may do.</summary>
internal static class ActorRoles
{
    /// <summary>Whoever runs the console without naming an actor holds the database itself, and grants the first roles.</summary>
    public const string Operator = "console@local";

    /// <summary>The actor with the roles that were granted, with all of them as the operator or after breaking the glass.</summary>
    public static async Task<Actor> OfAsync(
        IServiceProvider services, Actor actor, string? breakGlass, CancellationToken cancellationToken)
    {
        if ($"{actor.Id}@{actor.AgencyId}" == Operator)
        {
            return actor with { Roles = Roles.All };
        }

        if (breakGlass is not null)
        {
            var broken = await services.GetRequiredService<CommandDesk>().BreakGlassAsync(actor, breakGlass, cancellationToken);
            return broken.OrThrow();
        }

        await using var scope = services.CreateAsyncScope();
        var grant = await scope.ServiceProvider.GetRequiredService<IRoleStore>()
            .FindAsync(actor.Id, actor.AgencyId, cancellationToken);
        return grant is null ? actor : actor with { Roles = grant.Roles, DivisionCode = grant.DivisionCode };
    }
}
