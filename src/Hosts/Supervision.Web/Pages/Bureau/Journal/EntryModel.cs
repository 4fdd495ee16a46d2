using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Journal;

/// <summary>One entry of the journal, with the proof that it is in it when that is asked for.</summary>
internal sealed class EntryModel(AuthorityClock clock) : ActingPage
{
    private static readonly JsonSerializerOptions s_lines = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JournalEntry Entry { get; private set; } = null!;

    /// <summary>The facts, a line each; the leaf is of the record as it is kept.</summary>
    public string Facts => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(Entry.Record.Payload), s_lines);

    /// <summary>Null when it was not asked for.</summary>
    public JournalProof? Proof { get; private set; }

    /// <summary>Why there is no proof: the journal has a hole.</summary>
    public Refusal? Unproved { get; private set; }

    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);

    public async Task<IActionResult> OnGetAsync(long index, bool? prove, CancellationToken cancellationToken)
    {
        var journal = Reading<IJournalReader>();
        if (await journal.ReadAsync(index, cancellationToken).FirstOrDefaultAsync(cancellationToken) is not { } entry || entry.Index != index)
        {
            return NotFound();
        }

        Entry = entry;
        if (prove is true)
        {
            (Proof, Unproved) = (await JournalProof.OfAsync(journal, index, cancellationToken)).TryGet(out var proof, out var refusal) ? (proof, null) : ((JournalProof?)null, refusal);
        }

        return Page();
    }
}
