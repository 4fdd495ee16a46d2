namespace Supervision.Audit;

/// <summary>Keeps who has which roles. Changes become durable with the unit of work of the same scope.</summary>
public interface IRoleStore
{
    /// <summary>The grant of somebody for an agency, or null.</summary>
    Task<RoleGrant?> FindAsync(string actorId, string agencyId, CancellationToken cancellationToken);

    /// <summary>Adds or replaces a grant.</summary>
    Task SaveAsync(RoleGrant grant, CancellationToken cancellationToken);

    /// <summary>All grants, by agency and actor.</summary>
    Task<IReadOnlyList<RoleGrant>> ListAsync(CancellationToken cancellationToken);
}
