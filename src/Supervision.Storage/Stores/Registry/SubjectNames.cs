namespace Supervision.Storage.Stores.Registry;

/// <summary>
/// Which subjects a text may mean, by the index of the characters of their names and by the key. The index does not know in which order they stand, and
/// knows former names: compare what it gives.
/// </summary>
internal static class SubjectNames
{
    // A millisecond or two of reading by key. A text that more have is found soon by going through the register in order.
    private const int Most = 1_000;

    /// <summary>The ids of all subjects that may have a text in their name, or at the beginning of their id; null when there are too many to say.</summary>
    public static async Task<IReadOnlyList<string>?> FindAsync(StorageSession session, string text, CancellationToken cancellationToken)
    {
        // No character comes after the last one of Unicode, by the bytes by which ids compare.
        var found = new List<string>();
        var rows = session.Query(
            $"{session.Engine.SubjectsNamed("@p2")} UNION ALL SELECT id FROM subjects WHERE id >= @p0 AND id < @p1 LIMIT @p3",
            text, text + "\U0010FFFF", session.Engine.Characters(text), Most + 1);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(rows.GetString(0));
        }

        return found.Count > Most ? null : found;
    }
}
