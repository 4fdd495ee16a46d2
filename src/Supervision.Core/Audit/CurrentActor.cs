using System.Reflection;
using Supervision.Decisions;

namespace Supervision.Audit;

/// <summary>
/// The actor of a scope. Once it is set, use cases that the actor may not run cannot be had from the scope, the stores show
/// only what the actor may see, and the journal takes no record in another name. A scope without an actor belongs to the
/// embedder's own code, which answers for itself.
/// </summary>
public sealed class CurrentActor
{
    /// <summary>The actor, or null.</summary>
    public Actor? Actor { get; private set; }

    /// <summary>Sets the actor, once.</summary>
    public void Set(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Actor = Actor is null || Actor == actor
            ? actor
            : throw new InvalidOperationException("The scope has an actor already; open another scope for another actor.");
    }

    /// <summary>SUP9301 when the actor has none of the roles that the use case is allowed to; null when it may run.</summary>
    public Refusal? Refuse(Type useCase)
    {
        ArgumentNullException.ThrowIfNull(useCase);
        var allowed = useCase.GetCustomAttribute<AllowedToAttribute>()?.Roles ?? Roles.None;
        return Actor is null || (Actor.Roles & allowed) != Roles.None
            ? null
            : Refusal.Of("SUP9301", Actor.Id, Actor.AgencyId, useCase.Name, allowed.ToString());
    }

    /// <summary>SUP9302 when the actor acts for another agency; null when it may act for this one.</summary>
    public Refusal? RefuseAgency(string agencyId) =>
        Actor is null || Actor.AgencyId == agencyId || Actor.Roles == Roles.All
            ? null
            : Refusal.Of("SUP9302", Actor.Id, Actor.AgencyId, agencyId);

    /// <summary>SUP9303 when a record names somebody else than the actor of the scope.</summary>
    public Refusal? RefuseName(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Actor is null || Actor.IsSameAs(record.Actor)
            ? null
            : Refusal.Of("SUP9303", Actor.Id, Actor.AgencyId, record.Actor.Id, record.Actor.AgencyId);
    }
}
