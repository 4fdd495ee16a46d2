using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>Writes a bundle's files: UTF-8, LF, fixed order, nothing that changes from run to run.</summary>
internal sealed class BundleWriter(Func<string, Stream> create)
{
    public const string FrameHeader = "id,cell,weight,status";
    public const string SaltedFrameHeader = "id,cell,weight,status,salt";
    public const string RosterHeader = "officer_id,department,items,load";
    public const string TasksHeader = "task_id,subject_id,department,item";
    public const string RecusalsHeader = "officer_id,task_id";
    public const string SaltColumn = ",salt";

    private static readonly JsonWriterOptions s_json = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(DrawBundle bundle, BundleForm form)
    {
        Opening(bundle, form);
        Reveal(BundleFile.Reveal, bundle.Announcement.Hash, bundle.Reveal.Secrets, bundle.Reveal.Beacons, bundle.Seed);
        Json(BundleFile.Selection, json => Selection(json, bundle));
        if (bundle.Announcement.Terms.SealedSecret is not null)
        {
            Commitment(bundle);
        }

        if (bundle.Cycle is { } cycle)
        {
            Bytes(BundleFile.CycleAnnouncement, cycle.Announcement.Bytes);
            Reveal(BundleFile.CycleReveal, cycle.Announcement.Hash, cycle.Reveal.Secrets, cycle.Reveal.Beacons, cycle.Seed);
        }

        if (bundle.Reserves.Count > 0)
        {
            Json(BundleFile.Reserves, json => Reserves(json, bundle));
        }

        if (bundle.Match is { } match)
        {
            Write(match);
        }
    }

    /// <summary>What is public of a sealed draw before its inspections.</summary>
    public void WriteSealed(DrawBundle bundle, BundleForm form)
    {
        Opening(bundle, form);
        var stays = bundle.Announcement.Terms.SealedSecret!.Value - 1;
        Reveal(
            BundleFile.Reveal, bundle.Announcement.Hash,
            [.. bundle.Reveal.Secrets.Select((secret, index) => index == stays ? null : secret)], bundle.Reveal.Beacons, null);
        Commitment(bundle);
    }

    /// <summary>What is public when a draw is announced: the announcement, and the frame that its root is over.</summary>
    public void WriteAnnounced(Announcement announcement, Frame frame, BundleForm form)
    {
        var terms = announcement.Terms;
        Bytes(BundleFile.Announcement, announcement.Bytes);
        if (frame.IsSalted && form == BundleForm.Public)
        {
            Leaves(terms, frame);
        }
        else
        {
            Csv(BundleFile.Frame, frame.IsSalted ? SaltedFrameHeader : FrameHeader, Rows(terms, frame));
        }

        Json(BundleFile.FrameSummary, json => Summary(json, terms, frame));
    }

    public void Write(MatchBundle match)
    {
        Bytes(BundleFile.MatchAnnouncement, match.Announcement.Bytes);
        var salted = match.Announcement.Terms.IsSalted;
        var column = salted ? SaltColumn : "";
        Csv(BundleFile.Roster, RosterHeader + column, match.Officers.Select(officer => (string[])
        [
            officer.Id,
            officer.Department,
            string.Join(';', officer.Items.Order(ByteOrder.Instance)),
            Invariant.Text(officer.Load),
            .. Salt(officer.Salt),
        ]));
        Csv(BundleFile.Tasks, TasksHeader + column, match.Tasks.Select(task => (string[])
            [task.Id, task.SubjectId, task.Department, task.Item, .. Salt(task.Salt)]));
        Csv(BundleFile.Recusals, RecusalsHeader + column, match.Recusals.Select(recusal => (string[])
            [recusal.OfficerId, recusal.TaskId, .. Salt(recusal.Salt)]));
        Reveal(BundleFile.MatchReveal, match.Announcement.Hash, match.Reveal.Secrets, match.Reveal.Beacons, match.Seed);
        Json(BundleFile.Matching, json => Matching(json, match));
        if (match.Redraws.Count > 0)
        {
            Json(BundleFile.MatchRedraws, json => RedrawFile.Write(json, match));
        }

        string[] Salt(string salt) => salted ? [salt] : [];
    }

    private static void Summary(Utf8JsonWriter json, AnnouncementTerms terms, Frame frame)
    {
        json.WriteString("hash", HashNames.InJson(terms.HashKind));
        json.WriteNumber("count", frame.Count);
        json.WriteString("root", terms.FrameRoot.ToString());
        json.WriteStartArray("counts");
        foreach (var count in frame.Counts())
        {
            json.WriteStartObject();
            json.WriteString("cell", count.Cell);
            json.WriteNumber("status", count.Status);
            json.WriteNumber("count", count.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Selection(Utf8JsonWriter json, DrawBundle bundle)
    {
        json.WriteString("announcementHash", bundle.Announcement.Hash.ToString());
        json.WriteString("scheme", bundle.Selection.Scheme);
        bundle.Selection.WriteCuts(json);
        Strings(json, "selected", bundle.Selection.SelectedIds);
    }

    private static void Matching(Utf8JsonWriter json, MatchBundle match)
    {
        json.WriteString("announcementHash", match.Announcement.Hash.ToString());
        json.WriteString("scheme", OfficerMatching.Scheme);
        json.WriteNumber("greedyShort", match.Matching.GreedyShort);
        json.WriteStartArray("teams");
        foreach (var team in match.Matching.Teams)
        {
            json.WriteStartObject();
            json.WriteString("task", team.TaskId);
            Strings(json, "officers", team.Officers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Strings(json, "unassigned", match.Matching.Unassigned);
        Strings(json, "infeasible", match.Matching.Infeasible);
    }

    private static IEnumerable<string[]> Rows(AnnouncementTerms terms, Frame frame) =>
        frame.Records.Select((record, index) => (string[])
        [
            record.Id,
            record.Cell,
            Invariant.Text(record.Weight),
            Invariant.Text(record.Status),
            .. frame.IsSalted ? [Convert.ToHexStringLower(frame.SaltAt(terms.HashKind, index))] : Array.Empty<string>(),
        ]);

    private static void Reserves(Utf8JsonWriter json, DrawBundle bundle)
    {
        json.WriteString("announcementHash", bundle.Announcement.Hash.ToString());
        json.WriteStartArray("uses");
        foreach (var use in bundle.Reserves)
        {
            json.WriteStartObject();
            json.WriteString("cell", use.Cell);
            json.WriteString("replaced", use.Replaced);
            json.WriteString("by", use.By);
            json.WriteString("reason", use.Reason);
            json.WriteString("approver", use.Approver);
            json.WriteString("evidence", use.Evidence?.ToString());
            json.WriteString("at", use.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Opening(DrawBundle bundle, BundleForm form) => WriteAnnounced(bundle.Announcement, bundle.Frame, form);

    private void Leaves(AnnouncementTerms terms, Frame frame)
    {
        using var file = create(BundleFile.FrameLeaves);
        using var text = new StreamWriter(file, Texts.Strict, bufferSize: 1 << 16);
        for (var i = 0; i < frame.Count; i++)
        {
            text.Write(frame.LeafHash(terms.HashKind, i).ToString());
            text.Write('\n');
        }
    }

    private void Commitment(DrawBundle bundle) => Json(BundleFile.ListCommitment, json =>
    {
        json.WriteString("announcementHash", bundle.Announcement.Hash.ToString());
        json.WriteString("listCommitment", bundle.ListCommitment!.Value.ToString());
    });

    private void Reveal(
        string name, Digest announcementHash, IReadOnlyList<byte[]?> secrets, IReadOnlyList<byte[]> beacons, Digest? seed) =>
        Json(name, json =>
        {
            json.WriteString("announcementHash", announcementHash.ToString());
            json.WriteStartArray("secrets");
            foreach (var secret in secrets)
            {
                json.WriteStringValue(secret is null ? null : Convert.ToHexStringLower(secret));
            }

            json.WriteEndArray();
            Strings(json, "beacons", beacons.Select(Convert.ToHexStringLower));
            json.WriteString("seed", seed?.ToString());
        });

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void Json(string name, Action<Utf8JsonWriter> write)
    {
        using var file = create(name);
        using (var json = new Utf8JsonWriter(file, s_json))
        {
            json.WriteStartObject();
            json.WriteString("format", BundleFile.Format);
            write(json);
            json.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }

    private void Csv(string name, string header, IEnumerable<string[]> rows)
    {
        using var file = create(name);
        using var text = new StreamWriter(file, Texts.Strict, bufferSize: 1 << 16);
        text.Write(header);
        text.Write('\n');
        foreach (var row in rows)
        {
            text.Write(string.Join(',', row.Select(CsvLine.Quote)));
            text.Write('\n');
        }
    }

    private void Bytes(string name, ReadOnlyMemory<byte> bytes)
    {
        using var file = create(name);
        file.Write(bytes.Span);
    }
}
