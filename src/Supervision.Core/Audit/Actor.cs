namespace Supervision.Audit;

/// <summary>
/// Who acts: named in every journal entry. Hosts authenticate; <see cref="CurrentActor"/> holds what the actor may do
/// against the use case that is asked for. Immutable.
/// </summary>
/// <param name="Id">Person or system, an identifier.</param>
/// <param name="AgencyId">The agency acted for, an identifier.</param>
public sealed record Actor(string Id, string AgencyId)
{
    /// <summary>What the person may do for this agency.</summary>
    public Roles Roles { get; init; }

    /// <summary>The division whose subjects the actor sees, trailing zeros widen it; empty for all.</summary>
    public string DivisionCode { get; init; } = "";

    /// <summary>Whether a subject acts for itself: what stands in the place of the agency is then its own id.</summary>
    public bool IsSubject => Roles == Roles.Subject;

    /// <summary>Whether matters of other agencies are seen as well.</summary>
    public bool SeesAllAgencies => Roles.HasFlag(Roles.Auditor);

    /// <summary>Whether both are the same person acting for the same agency, whatever the roles.</summary>
    public bool IsSameAs(Actor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Id == other.Id && AgencyId == other.AgencyId;
    }
}
