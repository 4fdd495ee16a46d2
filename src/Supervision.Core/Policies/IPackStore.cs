namespace Supervision.Policies;

/// <summary>Keeps the texts of rule packs. Changes become durable with the unit of work of the same scope.</summary>
public interface IPackStore
{
    /// <summary>A text, or null.</summary>
    /// <param name="policyId">Policy id.</param>
    /// <param name="version">Version.</param>
    /// <param name="hash">Hash of the text, or its first digits, at least one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text; null when there is none, or when several begin so.</returns>
    Task<StoredPack?> FindAsync(string policyId, string version, string hash, CancellationToken cancellationToken);

    /// <summary>Adds a text, or replaces what is known of its publication.</summary>
    Task SaveAsync(StoredPack pack, CancellationToken cancellationToken);

    /// <summary>What was published of one version, or null.</summary>
    Task<StoredPack?> FindPublishedAsync(string policyId, string version, CancellationToken cancellationToken);

    /// <summary>What was published, by policy, first day and version: what decides, and must be in memory anyway.</summary>
    Task<IReadOnlyList<StoredPack>> ListPublishedAsync(CancellationToken cancellationToken);

    /// <summary>How many texts were published, and when the last one was: both together change with every publication.</summary>
    Task<(int Count, DateTimeOffset? Last)> LastPublishedAsync(CancellationToken cancellationToken);

    /// <summary>The drafts written last, the newest first.</summary>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<StoredPack>> ListDraftsAsync(int limit, CancellationToken cancellationToken);
}
