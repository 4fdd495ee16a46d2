using System.Text;
using System.Text.Json;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Reads a bundle's files. Whatever is wrong with a file is a refusal: SUP4050 missing, SUP4051 not readable, SUP4052 a
/// line of text, SUP4053 JSON.
/// </summary>
internal sealed class BundleReader(Func<string, Stream?> open)
{
    private static readonly JsonDocumentOptions s_json = new() { AllowDuplicateProperties = false };

    public bool Exists(string file)
    {
        try
        {
            using var stream = open(file);
            return stream is not null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    public Outcome<Announcement> Announcement(string file = BundleFile.Announcement) =>
        Read(file, stream => Sampling.Announcement.Parse(AllBytes(stream)));

    public Outcome<MatchAnnouncement> MatchAnnouncement() =>
        Read(BundleFile.MatchAnnouncement, stream => Sampling.MatchAnnouncement.Parse(AllBytes(stream)));

    /// <summary>The frame, with salts when the file has them.</summary>
    public Outcome<FrameBuilder> Frame()
    {
        var builder = FrameBuilder.ForVerifier();
        return Rows(BundleFile.Frame, [BundleWriter.FrameHeader, BundleWriter.SaltedFrameHeader], builder, row =>
        {
            if (!Texts.TryNumber(row[2], 0, int.MaxValue, out var weight))
            {
                return "weight";
            }

            if (!Texts.TryNumber(row[3], 0, byte.MaxValue, out var status))
            {
                return "status";
            }

            var salt = row.Length == 4 ? [] : Texts.TryHex(row[4], FrameSalts.Size);
            return salt is null ? "salt"
                : builder.TryAdd(new FrameRecord(row[0], row[1], (uint)weight, (byte)status), salt)?.Code;
        });
    }

    /// <summary>The leaf hashes that the public form of a salted frame has.</summary>
    public Outcome<List<Digest>> Leaves() => Read<List<Digest>>(BundleFile.FrameLeaves, stream =>
    {
        using var text = new StreamReader(stream, Texts.Strict, detectEncodingFromByteOrderMarks: false);
        var leaves = new List<Digest>();
        while (text.ReadLine() is { } line)
        {
            if (Texts.TryHex(line, Digest.Size) is not { } bytes)
            {
                return Refusal.Of("SUP4052", BundleFile.FrameLeaves, Invariant.Text(leaves.Count + 1), "hash");
            }

            leaves.Add(Digest.FromBytes(bytes));
        }

        return leaves;
    });

    /// <summary>A whole bundle from its announcement, frame, reveal and reserves.</summary>
    public Outcome<DrawBundle> Bundle()
    {
        if (!Announcement().TryGet(out var announcement, out var refusal)
            || !Frame().TryGet(out var rows, out refusal)
            || !Reveal(BundleFile.Reveal).TryGet(out var reveal, out refusal))
        {
            return refusal;
        }

        DrawCycle? cycle = null;
        if (announcement.Terms.Method is RotationMethod { Cycle: not null })
        {
            if (!Announcement(BundleFile.CycleAnnouncement).TryGet(out var opening, out refusal)
                || !Reveal(BundleFile.CycleReveal).TryGet(out var opened, out refusal))
            {
                return refusal;
            }

            cycle = opened.Whole is { } parts ? new DrawCycle(opening, parts) : null;
        }

        PublishedReserves? reserves = null;
        if (Exists(BundleFile.Reserves) && !Reserves().TryGet(out reserves, out refusal))
        {
            return refusal;
        }

        try
        {
            return reveal.Whole is { } whole
                ? DrawBundle.Run(announcement, rows.Build(), whole, cycle) with { Reserves = reserves?.Uses ?? [] }
                : Refusal.Of("SUP4214");
        }
        catch (ArgumentException fault) when (Invalid.RefusalOf(fault) is { } wrong)
        {
            return wrong;
        }
    }

    public Outcome<List<MatchOfficer>> Roster() => List<MatchOfficer>(BundleFile.Roster, BundleWriter.RosterHeader, (row, salt) =>
        Texts.TryNumber(row[3], 0, ushort.MaxValue, out var load)
            ? new MatchOfficer(row[0], row[1], row[2].Length == 0 ? [] : row[2].Split(';'), (int)load) { Salt = salt }
            : null);

    public Outcome<List<MatchTask>> Tasks() => List(BundleFile.Tasks, BundleWriter.TasksHeader, (row, salt) =>
        new MatchTask(row[0], row[2], row[3]) { SubjectId = row[1], Salt = salt });

    public Outcome<List<MatchRecusal>> Recusals() => List(BundleFile.Recusals, BundleWriter.RecusalsHeader, (row, salt) =>
        new MatchRecusal(row[0], row[1]) { Salt = salt });

    public Outcome<PublishedSummary> Summary() => Json(BundleFile.FrameSummary, json => new PublishedSummary(
        Text(json, "hash"),
        json.GetProperty("count").GetInt64(),
        Hex(json, "root"),
        [
            .. json.GetProperty("counts").EnumerateArray().Select(count => new FrameCount(
                Text(count, "cell"), count.GetProperty("status").GetByte(), count.GetProperty("count").GetInt32())),
        ]));

    public Outcome<PublishedReveal> Reveal(string file) => Json(file, json => new PublishedReveal(
        Hex(json, "announcementHash"),
        [
            .. json.GetProperty("secrets").EnumerateArray().Select(secret =>
                secret.ValueKind == JsonValueKind.Null ? null : HexBytes(secret.GetString() ?? "")),
        ],
        [.. Strings(json, "beacons").Select(HexBytes)],
        HexOrNull(json, "seed")));

    public Outcome<PublishedListCommitment> ListCommitment() => Json(BundleFile.ListCommitment, json =>
        new PublishedListCommitment(Hex(json, "announcementHash"), Hex(json, "listCommitment")));

    public Outcome<PublishedReserves> Reserves() => Json(BundleFile.Reserves, json => new PublishedReserves(
        Hex(json, "announcementHash"),
        [
            .. json.GetProperty("uses").EnumerateArray().Select(use => new ReserveUse(
                Text(use, "cell"),
                Text(use, "replaced"),
                Text(use, "by"),
                Text(use, "reason"),
                Text(use, "approver"),
                HexOrNull(use, "evidence"),
                use.GetProperty("at").GetDateTimeOffset())),
        ]));

    public Outcome<PublishedSelection> Selection() => Json(BundleFile.Selection, json => new PublishedSelection(
        Hex(json, "announcementHash"),
        Text(json, "scheme"),
        JsonLines.Of(json, "format", "announcementHash", "scheme", "selected"),
        [.. Rates(json)],
        Strings(json, "selected")));

    public Outcome<PublishedMatching> Matching() => Json(BundleFile.Matching, json => new PublishedMatching(
        string.Equals(Text(json, "scheme"), OfficerMatching.Scheme, StringComparison.Ordinal)
            ? Hex(json, "announcementHash")
            : throw new FormatException("scheme"),
        new Matching(
            [
                .. json.GetProperty("teams").EnumerateArray().Select(team =>
                    new MatchTeam(Text(team, "task"), Strings(team, "officers"))),
            ],
            json.GetProperty("greedyShort").GetInt32(),
            Strings(json, "unassigned"),
            Strings(json, "infeasible"))));

    public Outcome<PublishedRedraws> Redraws() => Json(BundleFile.MatchRedraws, json => new PublishedRedraws(
        Hex(json, "announcementHash"),
        [.. json.GetProperty("redraws").EnumerateArray().Select(RedrawFile.Read)]));

    // A list of a matching, whose rows may end with a salt.
    private Outcome<List<T>> List<T>(string file, string header, Func<string[], string, T?> read)
        where T : class
    {
        var columns = header.Split(',').Length;
        var list = new List<T>();
        return Rows(file, [header, header + BundleWriter.SaltColumn], list, row =>
        {
            var salt = row.Length == columns ? "" : row[^1];
            if (row.Length > columns && Texts.TryHex(salt, FrameSalts.Size) is null)
            {
                return "salt";
            }

            if (read(row, salt) is not { } item)
            {
                return "load";
            }

            list.Add(item);
            return null;
        });
    }

    private Outcome<T> Rows<T>(string file, string[] headers, T rows, Func<string[], string?> add)
        where T : class => Read<T>(file, stream =>
    {
        using var text = new StreamReader(stream, Texts.Strict, detectEncodingFromByteOrderMarks: false);
        var header = text.ReadLine();
        if (header is null || !headers.Contains(header, StringComparer.Ordinal))
        {
            return Refusal.Of("SUP4052", file, "1", headers[0]);
        }

        var columns = header.Split(',').Length;

        for (var number = 2L; text.ReadLine() is { } line; number++)
        {
            var row = CsvLine.Split(line);
            var wrong = row?.Length == columns ? add(row) : "columns";
            if (wrong is not null)
            {
                return Refusal.Of("SUP4052", file, Invariant.Text(number), wrong);
            }
        }

        return rows;
    });

    private Outcome<T> Json<T>(string file, Func<JsonElement, T> read)
        where T : class => Read<T>(file, stream =>
    {
        try
        {
            using var document = JsonDocument.Parse(stream, s_json);
            return string.Equals(Text(document.RootElement, "format"), BundleFile.Format, StringComparison.Ordinal)
                ? read(document.RootElement)
                : Refusal.Of("SUP4053", file, "format");
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return Refusal.Of("SUP4053", file, fault.Message);
        }
    });

    private Outcome<T> Read<T>(string file, Func<Stream, Outcome<T>> read)
        where T : class
    {
        try
        {
            using var stream = open(file);
            return stream is null ? Refusal.Of("SUP4050", file) : read(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return Refusal.Of("SUP4051", file, fault.Message);
        }
    }

    private static IEnumerable<(string Cell, int Ppm)> Rates(JsonElement json)
    {
        if (!json.TryGetProperty("cells", out var cells))
        {
            yield break;
        }

        foreach (var cell in cells.EnumerateArray())
        {
            if (cell.GetProperty("ppm") is { ValueKind: not JsonValueKind.Null } ppm)
            {
                yield return (Text(cell, "cell"), ppm.GetInt32());
            }
        }
    }

    private static byte[] AllBytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static string[] Strings(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? throw new FormatException(name))];

    private static Digest Hex(JsonElement json, string name) => Digest.FromBytes(
        Texts.TryHex(Text(json, name), Digest.Size) ?? throw new FormatException(name));

    private static Digest? HexOrNull(JsonElement json, string name) =>
        json.GetProperty(name).ValueKind == JsonValueKind.Null ? null : Hex(json, name);

    private static byte[] HexBytes(string text) => Texts.TryHex(text) ?? throw new FormatException(text);
}
