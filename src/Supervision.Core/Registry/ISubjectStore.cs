namespace Supervision.Registry;

/// <summary>Keeps subjects. Changes become durable with the unit of work of the same scope.</summary>
public interface ISubjectStore
{
    /// <summary>The subject with an id, or null.</summary>
    Task<Subject?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds or replaces many subjects at import speed; ids within the batch are distinct.</summary>
    Task<SaveCount> SaveAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellationToken);

    /// <summary>Number of subjects.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}
