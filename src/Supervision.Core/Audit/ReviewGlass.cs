using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Audit;

/// <summary>The review after somebody broke the glass: by another person, with a finding.</summary>
[AllowedTo(Roles.Head | Roles.Auditor, IsShared = true)]
public sealed class ReviewGlass(IJournalIndex journal, IUnitOfWork work, AuthorityClock clock)
{
    internal const string Broken = "access.glass-broken";
    private const string Reviewed = "access.reviewed";

    /// <summary>What was broken and not reviewed yet, oldest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ListOpenAsync(CancellationToken cancellationToken)
    {
        var broken = await journal.FindAsync(Broken, null, cancellationToken).ConfigureAwait(false);
        var reviewed = await journal.FindAsync(Reviewed, null, cancellationToken).ConfigureAwait(false);
        var done = reviewed.Select(entry => entry.Record.Key).ToHashSet(StringComparer.Ordinal);
        return [.. broken.Where(entry => !done.Contains(entry.Record.Key))];
    }

    /// <summary>
    /// Journals the finding. SUP9306: there is no such open break; SUP9304 (thrown at the commit): whoever broke the glass
    /// does not review it.
    /// </summary>
    public async Task<Outcome<JournalEntry>> RunAsync(
        string key, string finding, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(finding);
        var open = await ListOpenAsync(cancellationToken).ConfigureAwait(false);
        if (open.FirstOrDefault(entry => entry.Record.Key == key) is not { } entry)
        {
            return Refusal.Of("SUP9306", key);
        }

        work.Append(new JournalRecord(Reviewed, key, actor, clock.Now, CanonicalJson.Of(json => json.WriteString("finding", finding))));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return entry;
    }
}
