using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Audit;

/// <summary>Gives somebody roles for an agency, or takes them back.</summary>
[AllowedTo(Roles.Administrator)]
public sealed class GrantRoles(IRoleStore roles, IUnitOfWork work, AuthorityClock clock, CurrentActor current)
{
    /// <summary>
    /// Saves and journals the grant, which replaces an earlier one. SUP9307: nobody grants roles to himself; SUP9308: an id
    /// or division is malformed; SUP3175: nobody is made a subject by a grant; SUP9302: an administrator grants roles of the own agency.
    /// </summary>
    public async Task<Outcome<RoleGrant>> RunAsync(RoleGrant grant, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(actor);
        if (current.RefuseAgency(grant.AgencyId) is { } foreign)
        {
            return foreign;
        }

        if (grant.ActorId == actor.Id)
        {
            return Refusal.Of("SUP9307", actor.Id);
        }

        if (grant.Roles.HasFlag(Roles.Subject))
        {
            return Refusal.Of("SUP3175", grant.ActorId, grant.AgencyId);
        }

        if (!Identifier.IsValid(grant.ActorId) || !Identifier.IsValid(grant.AgencyId)
            || grant.DivisionCode is not { Length: 0 or 6 } || grant.DivisionCode.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return Refusal.Of("SUP9308", grant.ActorId, grant.AgencyId, grant.DivisionCode);
        }

        await roles.SaveAsync(grant, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("roles.granted", grant.ActorId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("agency", grant.AgencyId);
            json.WriteString("roles", grant.Roles.ToString());
            json.WriteString("division", grant.DivisionCode);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return grant;
    }
}
