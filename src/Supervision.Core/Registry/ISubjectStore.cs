namespace Supervision.Registry;

/// <summary>Keeps subjects. Changes become durable with the unit of work of the same scope.</summary>
public interface ISubjectStore
{
    /// <summary>The subject with an id, or null.</summary>
    Task<Subject?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The subjects among these ids, by id, in one question; ids of none are left out.</summary>
    /// <param name="ids">At most a thousand.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyDictionary<string, Subject>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>A page of the subjects that a query asks for, in order of their id.</summary>
    Task<IReadOnlyList<Subject>> SearchAsync(SubjectQuery query, CancellationToken cancellationToken);

    /// <summary>Adds or replaces many subjects at import speed; ids within the batch are distinct.</summary>
    Task<SaveCount> SaveAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellationToken);

    /// <summary>Number of subjects.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}
