namespace Supervision.Coordination;

/// <summary>Keeps joint plans and their visits; an agency sees the plans that it takes part in. Changes become durable with the unit of work of the same scope.</summary>
public interface IJointPlanStore
{
    /// <summary>Adds a plan with its visits, which are numbered from 1 in this order.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">The id is taken.</exception>
    Task AddAsync(JointPlan plan, IReadOnlyList<JointVisit> visits, CancellationToken cancellationToken);

    /// <summary>Keeps the approval of a plan that has none.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">Somebody approved it in between.</exception>
    Task UpdateAsync(JointPlan plan, CancellationToken cancellationToken);

    /// <summary>The plan with an id, or null.</summary>
    Task<JointPlan?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Plans in order of their id, after one of them.</summary>
    /// <param name="afterId">The last id that was seen; null for the first page.</param>
    /// <param name="limit">Most plans, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<JointPlan>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>The approved plan of a joint office for a year, or null.</summary>
    Task<JointPlan?> FindApprovedAsync(string agencyId, int year, CancellationToken cancellationToken);

    /// <summary>Visits of a plan that are planned for a span of days, in order of their number, after one of them.</summary>
    /// <param name="planId">Plan.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="after">The last number that was seen; 0 for the first page.</param>
    /// <param name="limit">Most visits, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<PlannedVisit>> ListVisitsAsync(
        string planId, DateOnly from, DateOnly to, int after, int limit, CancellationToken cancellationToken);

    /// <summary>One visit of a plan, or null.</summary>
    Task<PlannedVisit?> FindVisitAsync(string planId, int number, CancellationToken cancellationToken);

    /// <summary>Keeps the tasks of a visit that has none.</summary>
    /// <exception cref="Audit.ConcurrencyConflictException">Somebody opened it in between.</exception>
    Task MarkOpenedAsync(PlannedVisit visit, CancellationToken cancellationToken);
}
