using System.Text;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// Proof that a subject is not in a salted frame: the two neighbours between which it would stand. The neighbours'
/// records are shown to whoever gets it. For a plain frame look into the frame: it is public. Immutable.
/// </summary>
public sealed record AbsenceProof
{
    /// <summary>Name and version of the format.</summary>
    public const string Format = "supervision-absence-proof/1";

    private AbsenceProof(Announcement announcement, string id, FrameEntry? before, FrameEntry? after) =>
        (Announcement, Id, Before, After) = (announcement, id, before, after);

    /// <summary>The announcement; compare its hash with the published one.</summary>
    public Announcement Announcement { get; }

    /// <summary>Who is absent.</summary>
    public string Id { get; }

    /// <summary>The last record with a smaller id; null when there is none.</summary>
    public FrameEntry? Before { get; }

    /// <summary>The first record with a larger id; null when there is none.</summary>
    public FrameEntry? After { get; }

    /// <summary>The proof of absence of a subject.</summary>
    /// <exception cref="ArgumentException">
    /// SUP4001: no id. SUP4205: the subject is in the frame. SUP4206: leaves are plain.
    /// </exception>
    public static AbsenceProof Of(Announcement announcement, Frame frame, string id)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(frame);
        if (!Texts.IsId(id))
        {
            throw Invalid.Argument(nameof(id), "SUP4001", id ?? "");
        }

        if (frame.IndexOf(id) >= 0)
        {
            throw Invalid.Argument(nameof(id), "SUP4205", id);
        }

        if (!frame.IsSalted)
        {
            throw Invalid.Argument(nameof(frame), "SUP4206", id);
        }

        var kind = announcement.Terms.HashKind;
        var after = frame.PlaceOf(id);
        return new AbsenceProof(
            announcement, id, after > 0 ? FrameEntry.Of(frame, kind, after - 1) : null,
            after < frame.Count ? FrameEntry.Of(frame, kind, after) : null);
    }

    /// <summary>Reads a proof. SUP4053: it is not one.</summary>
    public static Outcome<AbsenceProof> Read(Stream stream) => ProofJson.Read<AbsenceProof>(stream, Format, json =>
    {
        if (!ProofJson.Announcement(json).TryGet(out var announcement, out var refusal))
        {
            return refusal;
        }

        return new AbsenceProof(announcement, ProofJson.Text(json, "id"), Neighbour("before"), Neighbour("after"));

        FrameEntry? Neighbour(string name) => json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } entry
            ? ProofJson.Entry(entry, announcement.Terms)
            : null;
    });

    /// <summary>Writes the proof as JSON.</summary>
    public void Write(Stream stream) => ProofJson.Write(stream, Format, json =>
    {
        json.WriteString("announcement", Encoding.UTF8.GetString(Announcement.Bytes.Span));
        json.WriteString("id", Id);
        Neighbour("before", Before);
        Neighbour("after", After);

        void Neighbour(string name, FrameEntry? entry)
        {
            if (entry is null)
            {
                json.WriteNull(name);
                return;
            }

            json.WriteStartObject(name);
            ProofJson.Entry(json, entry);
            json.WriteEndObject();
        }
    });

    /// <summary>Whether both neighbours are in the announced frame, next to each other, and the id belongs between them.</summary>
    public bool Verify()
    {
        var terms = Announcement.Terms;
        var next = Before is null ? 0 : Before.Proof.Index + 1;
        return terms.IsSalted
            && Texts.IsId(Id)
            && (Before is null || (Before.IsIn(terms) && string.CompareOrdinal(Before.Record.Id, Id) < 0))
            && (After is null ? next == terms.FrameCount : After.IsIn(terms) && After.Proof.Index == next && string.CompareOrdinal(Id, After.Record.Id) < 0);
    }
}
