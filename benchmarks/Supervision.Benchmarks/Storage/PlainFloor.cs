using Supervision.Registry;

namespace Supervision.Benchmarks.Storage;

/// <summary>
/// The bare minimum of what the stores do, on the same database with the same durability: the rows, and a row that tells of it, in one transaction.
/// No check, no version, no Merkle tree.
/// </summary>
internal abstract class PlainFloor : IAsyncDisposable
{
    /// <summary>One row and the row that tells of it.</summary>
    public abstract Task CommandAsync(string id);

    /// <summary>A row in three transactions: added, changed, changed; each with the row that tells of it.</summary>
    public abstract Task CycleAsync(string id);

    /// <summary>So many rows of a journal in one transaction.</summary>
    public abstract Task AppendAsync(string id, int rows);

    /// <summary>Rows of subjects, 20,000 a transaction.</summary>
    public abstract Task ImportAsync(IReadOnlyList<Subject> subjects);

    /// <summary>One row of the journal by its place.</summary>
    public abstract Task<string> ReadAsync(long place);

    public abstract ValueTask DisposeAsync();
}
