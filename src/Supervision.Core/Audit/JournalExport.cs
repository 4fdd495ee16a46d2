using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>
/// The journal as one file that can be checked without the database: a line for the format, a line of JSON for each entry, a
/// line with size and root. docs/reference/journal.md describes it.
/// </summary>
public static class JournalExport
{
    /// <summary>Writes all entries and the head that follows from them.</summary>
    /// <returns>That head.</returns>
    public static async Task<JournalHead> WriteAsync(
        IJournalReader journal, Stream file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(file);
        var tree = new MerkleFrontier((await journal.HeadAsync(cancellationToken).ConfigureAwait(false)).Hash);
        await file.WriteAsync(JournalLine.Format(tree.Kind), cancellationToken).ConfigureAwait(false);
        await foreach (var entry in journal.ReadAsync(0, cancellationToken).ConfigureAwait(false))
        {
            tree.Append(entry.LeafHash);
            await file.WriteAsync(JournalLine.Of(entry), cancellationToken).ConfigureAwait(false);
        }

        var head = JournalHead.Of(tree);
        await file.WriteAsync(JournalLine.Of(head), cancellationToken).ConfigureAwait(false);
        return head;
    }

    /// <summary>
    /// Checks a file byte for byte and gives its head. Refusals name the first bad line: SUP9101 an entry is missing or out of
    /// place, SUP9102 an entry was altered, SUP9103 size or root do not follow, SUP9104 not such a file, SUP9105 the end is missing,
    /// SUP9106 a head that was witnessed earlier is not that of this journal.
    /// </summary>
    /// <param name="file">The file, read once from its start.</param>
    /// <param name="witnessed">Heads that somebody kept outside of the operator's reach.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Outcome<JournalHead>> VerifyAsync(
        Stream file, IReadOnlyCollection<JournalHead> witnessed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(witnessed);
        var lines = new LineReader(file);
        var check = new JournalCheck(witnessed);
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (check.Add(line.Span) is { } refusal)
            {
                return refusal;
            }
        }

        return check.End(lines.IsWhole);
    }
}
