using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>
/// The published vector V5: what V1-V4 leave open. It was made by the JavaScript program (tests/javascript/v5.mjs); here our own
/// must give every output again, whatever the fast paths do. The file never changes.
/// </summary>
public sealed class VectorV5Tests
{
    // Bits of a rank that the fast paths may use: fewer force ties, which the exact keys, then tickets and ids must settle.
    private static readonly int[] s_rankBits = [64, 16, 1, 0];

    [Theory]
    [InlineData(HashKind.Sha256)]
    [InlineData(HashKind.Sm3)]
    public void V5_EveryOutput_IsReproduced(HashKind kind)
    {
        var name = kind == HashKind.Sha256 ? "sha256" : "sm3";
        var file = JsonNode.Parse(File.ReadAllBytes(SharedData.InRepository("tests", "vectors", "srd1-v5.json")))!;
        var v = file["vectors"]!.AsArray().Single(vector => (string)vector!["hash"]! == name)!;
        foreach (var bits in s_rankBits)
        {
            var (expected, actual) = (v["expected"]!.AsObject(), Outputs(v, kind, bits));
            Assert.Equal(expected.Select(output => output.Key).Order(), actual.Select(output => output.Key).Order());
            foreach (var (key, value) in expected)
            {
                Assert.True(JsonNode.DeepEquals(value, actual[key]), $"{key}, {bits} bits: {value!.ToJsonString()} expected, {actual[key]!.ToJsonString()}");
            }
        }
    }

    // The vector covers what it says: otherwise a change of its input could make it prove nothing.
    [Fact]
    public void V5_WhatItIsFor_Happens()
    {
        var v = JsonNode.Parse(File.ReadAllBytes(SharedData.InRepository("tests", "vectors", "srd1-v5.json")))!["vectors"]![0]!;
        var (expected, match) = (v["expected"]!, v["expected"]!["match"]!);
        Assert.Equal(3, expected["pareto"]!["take_all"]!.AsArray().Count);
        Assert.Contains(v["frame"]!.AsArray(), row => ((string)row![1]!).Any(char.IsSurrogate));
        Assert.True(v["beacons"]!.AsArray().Count > 1);
        Assert.True((int)match["greedy_short"]! > match["unassigned_slots"]!.AsArray().Count);
        Assert.Contains(match["team"]!.AsObject(), team => team.Value!.AsArray().Count == 0);
        Assert.Contains(match["infeasible"]!.AsArray(), node => ((string)node!).EndsWith("/Q", StringComparison.Ordinal));
        Assert.Contains(match["redraws"]!.AsArray(), redraw => redraw![2] is null);
        Assert.Contains(v["match"]!["officers"]!.AsArray(), officer => (int)officer![3]! > (int)v["match"]!["cap"]!);
    }

    private static JsonObject Outputs(JsonNode v, HashKind kind, int bits)
    {
        var frame = Vector.Build(v["frame"]!.AsArray().Select(row => new FrameRecord(
            (string)row![0]!, (string)row[1]!, (uint)row[2]!, (byte)(int)row[3]!))).Salted(Hex(v["frame_secret"]!));
        var root = frame.Root(kind);
        var announcement = Hash.Of(kind, Encoding.UTF8.GetBytes(((string)v["announcement"]!).Replace("{ROOT}", root.ToString(), StringComparison.Ordinal)));
        var reveal = new DrawReveal([.. v["secrets"]!.AsArray().Select(Hex)], [.. v["beacons"]!.AsArray().Select(Hex)]);
        var seed = DrawSeed.Derive(kind, announcement, root, frame.Count, reveal);
        var keys = new DrawKeys(kind, seed);
        var (n, reserves) = ((int)v["n"]!, (int)v["reserves"]!);
        var rates = new DrawRates([.. v["ppm"]!.AsObject().Select(rate => new DrawRate((int)rate.Value!, rate.Key))]);
        var tier = TierSrs.Select(frame, rates, (int)v["min_per_cell"]!, kind, seed, new ScanForm(1, bits, 0));
        var proof = frame.Prove(kind, (int)v["proof_index"]!);
        var lots = new LotsMethod(n).Select(frame, keys, bits);
        return new JsonObject
        {
            ["frame_root"] = $"{root}",
            ["salts"] = Texts(Enumerable.Range(0, frame.Count).Select(i => Convert.ToHexStringLower(frame.SaltAt(kind, i)))),
            ["proof"] = new JsonObject { ["index"] = proof.Index, ["leaf"] = $"{proof.Leaf}", ["path"] = Texts(proof.Path.Select(hash => $"{hash}")) },
            ["announcement_hash"] = $"{announcement}",
            ["commitments"] = Texts(reveal.Secrets.Select(secret => $"{Commitment.Of(kind, secret)}")),
            ["seed"] = $"{seed}",
            ["list_commitment"] = $"{ListCommitment.Of(kind, reveal.Secrets[(int)v["sealed"]! - 1], tier.SelectedIds)}",
            ["tier_srs"] = new JsonObject
            {
                ["rho"] = tier.Rho,
                ["selected"] = Texts(tier.SelectedIds),
                ["cells"] = new JsonArray([.. tier.Cells.Select(cell => (JsonNode)new JsonObject
                {
                    ["cell"] = cell.Cell, ["N"] = cell.Eligible, ["n"] = cell.Selected, ["last"] = cell.Last?.ToString(), ["next"] = cell.Next?.ToString(),
                    ["reserves"] = Texts(tier.Reserve(cell.Cell, reserves)),
                })]),
            },
            ["poisson"] = Texts(new PoissonMethod(rates).Select(frame, keys).SelectedIds),
            ["pareto"] = Keyed(new ParetoMethod(n).Select(frame, keys, bits), reserves),
            ["sequential_poisson"] = Keyed(new SequentialPoissonMethod(n).Select(frame, keys, bits), reserves),
            ["pivotal"] = Keyed(new PivotalMethod(n).Select(frame, keys), null),
            ["pareto_all"] = Keyed(new ParetoMethod((int)v["n_all"]!).Select(frame, keys, bits), reserves),
            ["lots"] = new JsonObject
            {
                ["selected"] = Texts(lots.SelectedIds), ["last_ticket"] = (string?)Cuts(lots)["lastTicket"], ["reserves"] = Texts(lots.Reserve("M", reserves)),
            },
            ["full"] = Texts(new FullCoverageMethod().Select(frame, keys).SelectedIds),
            ["prn"] = Rotation(v, frame, kind, seed, bits),
            ["match"] = Matching(v["match"]!, v["expected"]!["match"]!["redraws"]!.AsArray(), kind),
        };
    }

    private static JsonObject Keyed(Selection selection, int? reserves)
    {
        var cuts = Cuts(selection);
        var all = new JsonObject
        {
            ["selected"] = Texts(selection.SelectedIds), ["take_all"] = cuts["takeAll"]!.DeepClone(), ["n"] = cuts["n"]!.DeepClone(), ["weight"] = cuts["weight"]!.DeepClone(),
        };
        if (reserves is { } count)
        {
            all["last_key"] = cuts["lastKey"]?.DeepClone();
            all["reserves"] = Texts(selection.Reserve("M", count));
        }

        return all;
    }

    // Draw after draw in one cycle, each from the cursors of the one before.
    private static JsonArray Rotation(JsonNode v, Frame frame, HashKind kind, Digest seed, int bits)
    {
        var draws = new JsonArray();
        var method = new RotationMethod { NPerCell = (int)v["prn_n"]! };
        for (var i = 0; i < (int)v["prn_draws"]!; i++)
        {
            var selection = method.Select(frame, new DrawKeys(kind, seed, seed), bits);
            draws.Add(new JsonObject
            {
                ["selected"] = Texts(selection.SelectedIds),
                ["again"] = Texts(selection.AgainIds),
                ["cursors"] = new JsonArray([.. selection.NextCursors.Select(cursor => (JsonNode)new JsonArray(
                    cursor.Cell, cursor.Position.ToString(CultureInfo.InvariantCulture), cursor.Laps))]),
            });
            method = new RotationMethod { NPerCell = (int)v["prn_n"]!, Cycle = seed, Cursors = selection.NextCursors };
        }

        return draws;
    }

    private static JsonObject Matching(JsonNode m, JsonArray redraws, HashKind kind)
    {
        var secret = Hex(m["list_secret"]!);
        var officers = MatchSalts.Roster(kind, secret, m["officers"]!.AsArray().Select(row => new MatchOfficer(
            (string)row![0]!, (string)row[1]!, [.. row[2]!.AsArray().Select(item => (string)item!)], (int)row[3]!)));
        var tasks = MatchSalts.Tasks(kind, secret, m["tasks"]!.AsArray().Select(row => new MatchTask(
            (string)row![0]!, (string)row[2]!, (string)row[3]!) { SubjectId = (string)row[1]! }));
        var recusals = MatchSalts.Recusals(kind, secret, m["recusals"]!.AsArray().Select(row => new MatchRecusal((string)row![0]!, (string)row[1]!)));
        var (roster, list, recused) = (MatchRoots.Roster(kind, officers), MatchRoots.Tasks(kind, tasks), MatchRoots.Recusals(kind, recusals));
        var text = ((string)m["announcement"]!).Replace("{ROSTER}", $"{roster}", StringComparison.Ordinal)
            .Replace("{TASKS}", $"{list}", StringComparison.Ordinal).Replace("{RECUSALS}", $"{recused}", StringComparison.Ordinal);
        var seed = DrawSeed.Derive(
            kind, Hash.Of(kind, Encoding.UTF8.GetBytes(text)), list, tasks.Count,
            new DrawReveal([.. m["secrets"]!.AsArray().Select(Hex)], [.. m["beacons"]!.AsArray().Select(Hex)]));
        var cap = (int)m["cap"]!;
        var matching = OfficerMatching.Match(kind, seed, officers, tasks, recusals, cap);
        Assert.Equal(matching.Unassigned.Count, OfficerMatching.Shortages(officers, tasks, recusals, cap, matching).Sum(shortage => shortage.Missing));
        var run = new RedrawRun(kind, seed, MatchInput.Of(officers, tasks, recusals), cap, matching);
        return new JsonObject
        {
            ["roster_root"] = $"{roster}",
            ["task_list_root"] = $"{list}",
            ["recusal_root"] = $"{recused}",
            ["seed"] = $"{seed}",
            ["greedy_short"] = matching.GreedyShort,
            ["team"] = new JsonObject(matching.Teams.Select(team => KeyValuePair.Create(team.TaskId, (JsonNode?)Texts(team.Officers)))),
            ["unassigned_slots"] = Texts(matching.Unassigned),
            ["infeasible"] = Texts(matching.Infeasible),
            ["redraws"] = new JsonArray([.. redraws.Select(redraw =>
            {
                Assert.Null(run.Replace((string)redraw![0]!, (string)redraw[1]!, out var newcomer));
                return (JsonNode)new JsonArray((string)redraw[0]!, (string)redraw[1]!, newcomer);
            })]),
        };
    }

    private static JsonNode Cuts(Selection selection)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            selection.WriteCuts(json);
            json.WriteEndObject();
        }

        return JsonNode.Parse(bytes.WrittenSpan)!;
    }

    private static byte[] Hex(JsonNode? text) => Convert.FromHexString((string)text!);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
