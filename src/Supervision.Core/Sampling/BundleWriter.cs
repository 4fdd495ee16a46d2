using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>Writes a bundle's files: UTF-8, LF, fixed order, nothing that changes from run to run.</summary>
internal sealed class BundleWriter(Func<string, Stream> create)
{
    public const string FrameHeader = "id,cell,weight,status";
    public const string RosterHeader = "officer_id,department,items,load";
    public const string TasksHeader = "task_id,subject_id,department,item";
    public const string RecusalsHeader = "officer_id,task_id";

    private static readonly JsonWriterOptions s_json = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(DrawBundle bundle)
    {
        var terms = bundle.Announcement.Terms;
        Bytes(BundleFile.Announcement, bundle.Announcement.Bytes);
        Csv(BundleFile.Frame, FrameHeader, bundle.Frame.Records.Select(record => (string[])
        [
            record.Id,
            record.Cell,
            Invariant.Text(record.Weight),
            Invariant.Text(record.Status),
        ]));
        Json(BundleFile.FrameSummary, json => Summary(json, terms, bundle.Frame));
        Reveal(BundleFile.Reveal, bundle.Announcement.Hash, bundle.Reveal, bundle.Seed);
        Json(BundleFile.Selection, json => Selection(json, bundle));
        if (bundle.Match is { } match)
        {
            Write(match);
        }
    }

    public void Write(MatchBundle match)
    {
        Bytes(BundleFile.MatchAnnouncement, match.Announcement.Bytes);
        Csv(BundleFile.Roster, RosterHeader, match.Officers.Select(officer => (string[])
        [
            officer.Id,
            officer.Department,
            string.Join(';', officer.Items.Order(ByteOrder.Instance)),
            Invariant.Text(officer.Load),
        ]));
        Csv(BundleFile.Tasks, TasksHeader, match.Tasks.Select(task => (string[])
            [task.Id, task.SubjectId, task.Department, task.Item]));
        Csv(BundleFile.Recusals, RecusalsHeader, match.Recusals.Select(recusal => (string[])
            [recusal.OfficerId, recusal.TaskId]));
        Reveal(BundleFile.MatchReveal, match.Announcement.Hash, match.Reveal, match.Seed);
        Json(BundleFile.Matching, json => Matching(json, match));
        if (match.Redraws.Count > 0)
        {
            Json(BundleFile.MatchRedraws, json => RedrawFile.Write(json, match));
        }
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

    private void Reveal(string name, Digest announcementHash, DrawReveal reveal, Digest seed) => Json(name, json =>
    {
        json.WriteString("announcementHash", announcementHash.ToString());
        Strings(json, "secrets", reveal.Secrets.Select(Convert.ToHexStringLower));
        Strings(json, "beacons", reveal.Beacons.Select(Convert.ToHexStringLower));
        json.WriteString("seed", seed.ToString());
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
