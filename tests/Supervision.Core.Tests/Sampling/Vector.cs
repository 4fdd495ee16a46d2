using System.Text;
using System.Text.Json;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>One published vector of SRD-1.</summary>
internal sealed class Vector
{
    private readonly JsonElement _json;

    private Vector(JsonElement json)
    {
        _json = json;
        Kind = json.GetProperty("hash").ValueEquals("sm3") ? HashKind.Sm3 : HashKind.Sha256;
        Records = [.. json.GetProperty("frame").EnumerateArray().Select(row => new FrameRecord(
            row[0].GetString()!, row[1].GetString()!, row[2].GetUInt32(), row[3].GetByte()))];
        Frame = Build(Records);
        Expected = json.GetProperty("expected");
    }

    public HashKind Kind { get; }

    public FrameRecord[] Records { get; }

    public Frame Frame { get; }

    public JsonElement Expected { get; }

    public int ProofIndex => _json.GetProperty("proof_index").GetInt32();

    public int MinPerCell => _json.TryGetProperty("min_per_cell", out var min) ? min.GetInt32() : 0;

    public int N => _json.GetProperty("n").GetInt32();

    public int PerCellInRotation => _json.TryGetProperty("prn_n", out var n) ? n.GetInt32() : 1;

    public DrawRates Rates => new(
        _json.GetProperty("ppm").EnumerateObject().Select(rate => new DrawRate(rate.Value.GetInt32(), rate.Name)));

    public DrawReveal Reveal => new(
        [.. _json.GetProperty("secrets").EnumerateArray().Select(secret => Convert.FromHexString(secret.GetString()!))],
        [Convert.FromHexString(_json.GetProperty("beacon").GetString()!)]);

    public MatchOfficer[] Officers => [.. _json.GetProperty("officers").EnumerateArray().Select(row => new MatchOfficer(
        row[0].GetString()!, row[1].GetString()!, Strings(row[2]), row[3].GetInt32()))];

    public MatchTask[] Tasks => [.. _json.GetProperty("tasks").EnumerateArray().Select(row => new MatchTask(
        row[0].GetString()!, row[1].GetString()!, row[2].GetString()!))];

    public MatchRecusal[] Recusals => [.. _json.GetProperty("recusal").EnumerateArray().Select(row => new MatchRecusal(
        row[0].GetString()!, row[1].GetString()!))];

    public int Cap => _json.GetProperty("cap").GetInt32();

    public static Vector Named(string name) => new(SharedData.Json("vectors", "srd1.json").GetProperty("vectors")
        .EnumerateArray().Single(vector => vector.GetProperty("name").GetString()!.StartsWith(name, StringComparison.Ordinal)));

    public static Frame Build(IEnumerable<FrameRecord> records)
    {
        var builder = new FrameBuilder();
        foreach (var record in records)
        {
            builder.Add(record);
        }

        return builder.Build();
    }

    public static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];

    public Digest AnnouncementHash(Digest root) => Hash.Of(Kind, Encoding.UTF8.GetBytes(
        _json.GetProperty("announcement").GetString()!.Replace("{ROOT}", root.ToString(), StringComparison.Ordinal)));

    public Digest Seed()
    {
        var root = Frame.Root(Kind);
        return DrawSeed.Derive(Kind, AnnouncementHash(root), root, Frame.Count, Reveal);
    }
}
