namespace Supervision.Warnings;

/// <summary>Keeps signals, append-only. Changes become durable with the unit of work of the same scope.</summary>
public interface IRiskSignalStore
{
    /// <summary>Adds a signal with the next sequence number; false when its id is there already.</summary>
    Task<bool> AddAsync(RiskSignal signal, CancellationToken cancellationToken);

    /// <summary>The signals of a subject for a model, oldest first.</summary>
    Task<IReadOnlyList<RiskSignal>> ListAsync(string subjectId, string model, CancellationToken cancellationToken);
}
