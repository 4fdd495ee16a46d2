using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Journal;

/// <summary>The journal, a page at a time, or what happened to one thing; verified on demand.</summary>
internal sealed class JournalModel(AuthorityClock clock) : ActingPage
{
    private const int PageSize = 50;

    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public JournalHead Head { get; private set; } = null!;

    /// <summary>What was asked for: a type of act, and the thing it happened to.</summary>
    public string Type { get; private set; } = "";

    public string Key { get; private set; } = "";

    /// <summary>Address of the next page, or null.</summary>
    public string? Next { get; private set; }

    /// <summary>Whether every entry was hashed again and the root agrees; null when that was not asked.</summary>
    public bool? IsVerified { get; private set; }

    /// <summary>What is wrong with the journal; null when nothing is.</summary>
    public Refusal? Damage { get; private set; }

    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);

    public async Task OnGetAsync(long? from, string? type, string? key, bool? verify, CancellationToken cancellationToken)
    {
        var journal = Reading<IJournalReader>();
        Head = await journal.HeadAsync(cancellationToken);
        (Type, Key) = ((type ?? "").Trim(), (key ?? "").Trim());
        if (verify is true)
        {
            IsVerified = (await JournalAudit.VerifyAsync(journal, cancellationToken)).TryGet(out _, out var damage);
            Damage = damage;
        }

        if (Type.Length > 0 && Key.Length > 0)
        {
            Entries = await Reading<IJournalIndex>().FindAsync(Type, Key, cancellationToken);
            return;
        }

        // The latest page first: whoever comes wants to see what has just happened.
        var start = Math.Max(0, from ?? Head.Size - PageSize);
        Entries = [.. (await journal.ReadAsync(start, cancellationToken).Take(PageSize).ToListAsync(cancellationToken)).AsEnumerable().Reverse()];
        Next = start > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/bureau/journal?from={Math.Max(0, start - PageSize)}") : null;
    }
}
