namespace Supervision.Credit;

/// <summary>Keeps credit events, append-only. Changes become durable with the unit of work of the same scope.</summary>
public interface ICreditEventStore
{
    /// <summary>Adds events; their sequence numbers are above all stored ones.</summary>
    Task AddAsync(IReadOnlyList<CreditEvent> events, CancellationToken cancellationToken);

    /// <summary>The highest sequence number; 0 when there is none.</summary>
    Task<long> LastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>The history of a subject, in order of day and sequence.</summary>
    Task<CreditHistory> FindAsync(string subjectId, CancellationToken cancellationToken);

    /// <summary>All histories that are not empty, in order of subject id by bytes.</summary>
    IAsyncEnumerable<CreditHistory> StreamAsync(CancellationToken cancellationToken);
}
