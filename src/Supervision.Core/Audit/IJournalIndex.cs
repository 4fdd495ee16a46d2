namespace Supervision.Audit;

/// <summary>Finds entries of the journal by what happened, and to what.</summary>
public interface IJournalIndex
{
    /// <summary>Entries of a type, of one key when it is given, in order of their index.</summary>
    Task<IReadOnlyList<JournalEntry>> FindAsync(string type, string? key, CancellationToken cancellationToken);

    /// <summary>Entries of every type about some keys, in order of their index.</summary>
    /// <param name="keys">At most a thousand.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<JournalEntry>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}
