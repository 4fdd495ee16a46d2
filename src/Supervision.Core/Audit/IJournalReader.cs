namespace Supervision.Audit;

/// <summary>Reads the journal back.</summary>
public interface IJournalReader
{
    /// <summary>Entries in order of their index, from <paramref name="fromIndex"/> on.</summary>
    IAsyncEnumerable<JournalEntry> ReadAsync(long fromIndex, CancellationToken cancellationToken);

    /// <summary>The head as the store keeps it; <see cref="JournalAudit"/> checks it against the entries.</summary>
    Task<JournalHead> HeadAsync(CancellationToken cancellationToken);
}
