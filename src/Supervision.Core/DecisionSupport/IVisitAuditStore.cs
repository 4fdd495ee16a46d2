namespace Supervision.DecisionSupport;

/// <summary>Reads inspections of all agencies for an audit.</summary>
public interface IVisitAuditStore
{
    /// <summary>Inspections recorded on the civil days from the first to the last, in this order; only these days are read.</summary>
    IAsyncEnumerable<AuditedVisit> StreamAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
