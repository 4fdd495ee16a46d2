using System.Text;
using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// Everything by which one subject checks, alone and without the rest of the frame, that it was in the drum and whether it was
/// drawn. docs/reference/subject-proof.md has the format. Immutable.
/// </summary>
public sealed record SubjectProof
{
    /// <summary>Name and version of the format.</summary>
    public const string Format = "supervision-subject-proof/1";

    private readonly JsonElement? _cuts;

    private SubjectProof(Announcement announcement, FrameEntry entry, PublishedReveal reveal, bool? isDrawn, JsonElement? cuts)
    {
        (Announcement, Entry, Reveal, IsDrawn) = (announcement, entry, reveal, isDrawn);
        _cuts = cuts;
    }

    /// <summary>The announcement. Its hash must be that of the published one: compare it, a proof cannot.</summary>
    public Announcement Announcement { get; }

    /// <summary>The subject's record and its place in the frame.</summary>
    public FrameEntry Entry { get; }

    /// <summary>What the proof says about the draw; null while the draw is sealed.</summary>
    public bool? IsDrawn { get; }

    internal PublishedReveal Reveal { get; }

    /// <summary>The proof of a subject of a finished draw.</summary>
    /// <exception cref="ArgumentException">SUP4204: the subject is not in the frame; see <see cref="AbsenceProof"/>.</exception>
    public static SubjectProof Of(DrawBundle bundle, string id)
    {
        var entry = EntryOf(bundle, id);
        var cuts = JsonLines.Element(json => bundle.Selection.WriteCutsFor(json, entry.Proof.Index));
        var drawn = bundle.Selection.SelectedIds.Contains(id, StringComparer.Ordinal);
        return new SubjectProof(
            bundle.Announcement, entry,
            new PublishedReveal(bundle.Announcement.Hash, bundle.Reveal.Secrets, bundle.Reveal.Beacons, bundle.Seed), drawn, cuts);
    }

    /// <summary>The proof of a subject of a draw that is still sealed: that it was in the drum, and nothing about the result.</summary>
    /// <exception cref="ArgumentException">SUP4204: the subject is not in the frame.</exception>
    public static SubjectProof OfSealed(DrawBundle bundle, string id)
    {
        var entry = EntryOf(bundle, id);
        var stays = bundle.Announcement.Terms.SealedSecret - 1;
        byte[]?[] secrets = [.. bundle.Reveal.Secrets.Select((secret, index) => index == stays ? null : secret)];
        return new SubjectProof(
            bundle.Announcement, entry, new PublishedReveal(bundle.Announcement.Hash, secrets, bundle.Reveal.Beacons, null), null, null);
    }

    /// <summary>Reads a proof. SUP4053: it is not one.</summary>
    public static Outcome<SubjectProof> Read(Stream stream) => ProofJson.Read<SubjectProof>(stream, Format, json =>
        !ProofJson.Announcement(json).TryGet(out var announcement, out var refusal)
            ? refusal
            : new SubjectProof(
                announcement,
                ProofJson.Entry(json, announcement.Terms),
                new PublishedReveal(
                    announcement.Hash,
                    [.. json.GetProperty("secrets").EnumerateArray().Select(secret => ProofJson.BytesOrNull(secret))],
                    [.. json.GetProperty("beacons").EnumerateArray().Select(value => ProofJson.BytesOrNull(value) ?? throw new FormatException("beacons"))],
                    ProofJson.DigestOrNull(json.GetProperty("seed"))),
                json.GetProperty("drawn") is { ValueKind: not JsonValueKind.Null } drawn ? drawn.GetBoolean() : null,
                json.GetProperty("cuts") is { ValueKind: not JsonValueKind.Null } cuts ? cuts.Clone() : null));

    /// <summary>Writes the proof as JSON.</summary>
    public void Write(Stream stream) => ProofJson.Write(stream, Format, json =>
    {
        json.WriteString("announcement", Encoding.UTF8.GetString(Announcement.Bytes.Span));
        ProofJson.Entry(json, Entry);
        json.WriteStartArray("secrets");
        foreach (var secret in Reveal.Secrets)
        {
            json.WriteStringValue(secret is null ? null : Convert.ToHexStringLower(secret));
        }

        json.WriteEndArray();
        json.WriteStartArray("beacons");
        foreach (var value in Reveal.Beacons)
        {
            json.WriteStringValue(Convert.ToHexStringLower(value));
        }

        json.WriteEndArray();
        json.WriteString("seed", Reveal.Seed?.ToString());
        json.WritePropertyName("cuts");
        if (_cuts is { } cuts)
        {
            cuts.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("drawn");
        if (IsDrawn is { } drawn)
        {
            json.WriteBooleanValue(drawn);
        }
        else
        {
            json.WriteNullValue();
        }
    });

    /// <summary>
    /// Checks <c>inclusion</c>, <c>commitments</c>, <c>beacons</c>, <c>seed</c> and <c>drawn</c>. Where the scheme needs the scan over all
    /// (<c>pivotal</c>, <c>prn</c>) the last one is withheld. That the cuts are those of the whole draw, and that exactly n are below them,
    /// needs the frame once: an auditor's work, or anybody's where it is public.
    /// </summary>
    public VerificationReport Verify()
    {
        var checks = new CheckList();
        var terms = Announcement.Terms;
        checks.Add("inclusion", Entry.IsIn(terms), terms.FrameRoot.ToString(), Entry.Record.Id);
        var seed = SeedVerification.Seed(checks, "", terms, Reveal, reveal => DrawSeed.Derive(
            terms.HashKind, Announcement.Hash, terms.FrameRoot, terms.FrameCount, reveal));
        if (Reveal.Whole is null && Reveal.Seed is null)
        {
            checks.Withheld("drawn");
        }
        else if (seed is null || _cuts is not { } cuts)
        {
            checks.NotRun("drawn");
        }
        else
        {
            DrawnCheck(checks, new DrawKeys(terms.HashKind, seed.Value), cuts);
        }

        return new VerificationReport(checks.Checks, HasMatching: false);
    }

    private void DrawnCheck(CheckList checks, DrawKeys keys, JsonElement cuts)
    {
        try
        {
            if (Announcement.Terms.Method.IsDrawnAlone(Entry.Record, keys, cuts) is { } drawn)
            {
                checks.Same("drawn", drawn, IsDrawn ?? !drawn);
            }
            else
            {
                checks.NeedsScan("drawn", Announcement.Terms.Method.Scheme);
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            checks.Add("drawn", passed: false, "cuts", fault.Message);
        }
    }

    private static FrameEntry EntryOf(DrawBundle bundle, string id)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(id);
        var index = bundle.Frame.IndexOf(id);
        return index < 0
            ? throw Invalid.Argument(nameof(id), "SUP4204", id)
            : FrameEntry.Of(bundle.Frame, bundle.Announcement.Terms.HashKind, index);
    }
}
