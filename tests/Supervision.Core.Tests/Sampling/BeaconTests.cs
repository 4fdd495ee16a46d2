using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class BeaconTests
{
    private const string Quicknet = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    // Published: drand quicknet, round 657413.
    private const string Drand =
        """
        {"round":657413,"randomness":"fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
         "signature":"b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"}
        """;

    private static readonly BeaconRound s_drand = new("drand quicknet", Quicknet, 657413);
    private static readonly BeaconRound s_nist = new("NIST", "2", 1853305);

    // Published: NIST beacon 2.0, chain 2, of 2026-07-10 10:56 UTC.
    private static string NistPulse { get; } = File.ReadAllText(Path.Combine(
        AppContext.BaseDirectory, "Sampling", "Beacons", "nist-2-1853305.json"));

    [Fact]
    public void Read_PublishedDrandRound_GivesItsRandomness()
    {
        var value = Read(s_drand, Drand).OrThrow();
        Assert.Equal("fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587", Convert.ToHexStringLower(value.Bytes));
        Assert.Equal("bls-signature", value.Unchecked);
    }

    [Theory]
    [InlineData("657413", "657414", "SUP4242")]
    [InlineData("fc1873", "fc1874", "SUP4243")]
    [InlineData("b71371", "b71372", "SUP4243")]
    [InlineData("signature", "sig", "SUP4241")]
    [InlineData("{", "", "SUP4241")]
    [InlineData("fc1873", "zz1873", "SUP4241")]
    public void Read_DrandRecordWithAFault_IsRefused(string old, string replacement, string code) =>
        Assert.Equal(code, Read(s_drand, Drand.Replace(old, replacement, StringComparison.Ordinal)).Refusal?.Code);

    // quicknet began on 2023-08-23 15:09:27 UTC and gives a round every 3 seconds.
    [Fact]
    public void DueAt_DrandRound_FollowsTheChainsSchedule()
    {
        var genesis = new DateTimeOffset(2023, 8, 23, 15, 9, 27, TimeSpan.Zero);
        Assert.Equal(genesis, new DrandBeacon().DueAt(s_drand with { Round = 1 }));
        Assert.Equal(genesis.AddSeconds(3 * 657412), new DrandBeacon().DueAt(s_drand with { Chain = "52db9ba7" }));
        Assert.Null(new DrandBeacon().DueAt(s_drand with { Chain = "00000000" }));
        Assert.Null(new DrandBeacon().DueAt(s_drand with { Chain = "52" }));
    }

    [Fact]
    public void Read_PublishedNistPulse_GivesItsOutputValue()
    {
        var value = Read(s_nist, NistPulse).OrThrow();
        Assert.Equal(64, value.Bytes.Length);
        Assert.StartsWith("92C3BEE7503E20C25337C58F91E6FF6B", Convert.ToHexString(value.Bytes), StringComparison.Ordinal);
    }

    // Goal: outputValue binds every field. Method: each field of the published pulse, changed.
    [Fact]
    public void Read_NistPulseWithAnyFieldChanged_IsRefused()
    {
        var edits = new List<Action<JsonNode>>
        {
            pulse => pulse["uri"] = "https://beacon.nist.gov/beacon/2.0/chain/2/pulse/1853306",
            pulse => pulse["version"] = "2.1",
            pulse => pulse["cipherSuite"] = 1,
            pulse => pulse["period"] = 60001,
            pulse => pulse["timeStamp"] = "2026-07-10T10:57:00.000Z",
            pulse => pulse["statusCode"] = 1,
            pulse => pulse["external"]!["statusCode"] = 1,
            pulse => pulse["external"]!["value"] = new string('1', 128),
            pulse => pulse["external"]!["sourceId"] = new string('1', 128),
            pulse => pulse["listValues"]!.AsArray().RemoveAt(4),
        };
        foreach (var name in new[] { "certificateId", "localRandomValue", "precommitmentValue", "signatureValue", "outputValue" })
        {
            edits.Add(pulse => pulse[name] = "00" + pulse[name]!.GetValue<string>()[2..]);
        }

        foreach (var edit in edits)
        {
            var json = JsonNode.Parse(NistPulse)!;
            edit(json["pulse"]!);
            Assert.Equal("SUP4243", Read(s_nist, json.ToJsonString()).Refusal?.Code);
        }

        Assert.Equal("SUP4242", Read(s_nist with { Round = 1853306 }, NistPulse).Refusal?.Code);
        Assert.Equal("SUP4242", Read(s_nist with { Chain = "1" }, NistPulse).Refusal?.Code);
        Assert.Equal("SUP4241", Read(s_nist, "{}").Refusal?.Code);
    }

    // The pulse before is made here: it must have the output that the published one names, and the commitment to its random value.
    [Fact]
    public void Follows_PulseBefore_IsCheckedForLinkAndCommitment()
    {
        var pulse = JsonNode.Parse(NistPulse)!["pulse"]!;
        string Before(string output, string commitment) => $$"""{ "pulse": { "outputValue": "{{output}}", "precommitmentValue": "{{commitment}}" } }""";
        var previous = pulse["listValues"]![0]!["value"]!.GetValue<string>();
        var committed = Convert.ToHexString(SHA512.HashData(Convert.FromHexString(pulse["localRandomValue"]!.GetValue<string>())));
        string? Code(string before) => NistBeacon.Follows(s_nist, Encoding.UTF8.GetBytes(NistPulse), Encoding.UTF8.GetBytes(before))?.Code;
        Assert.Null(Code(Before(previous, committed)));
        Assert.Equal("SUP4243", Code(Before("00" + previous[2..], committed)));
        Assert.Equal("SUP4243", Code(Before(previous, "00" + committed[2..])));
        Assert.Equal("SUP4241", Code("{}"));
    }

    // The lottery of RFC 3797's example.
    [Theory]
    [InlineData("9.18.26.34.41.45", "9.18.26.34.41.45")]
    [InlineData("9.18.26.34.41.45\n", "9.18.26.34.41.45")]
    [InlineData("9.18.26.34.41.045", null)]
    [InlineData("9 18 26", null)]
    [InlineData("9", null)]
    [InlineData("", null)]
    public void Read_LotteryNumbers_AreTheirText(string text, string? value)
    {
        var outcome = Read(new BeaconRound("lottery SSQ", "2026", 38), text);
        Assert.Equal(value, outcome.TryGet(out var read, out _) ? Encoding.ASCII.GetString(read.Bytes) : null);
        Assert.Equal(value is null ? "SUP4241" : null, outcome.Refusal?.Code);
    }

    [Theory]
    [InlineData("00ff\n", true)]
    [InlineData("0f0", false)]
    [InlineData("xx", false)]
    [InlineData("", false)]
    public void Read_AnyOtherSource_IsHex(string text, bool accepted) =>
        Assert.Equal(accepted, Read(new BeaconRound("index close", "SSE", 1), text).IsAccepted);

    private static Supervision.Decisions.Outcome<BeaconValue> Read(BeaconRound round, string record) =>
        BeaconSources.For(round).Read(round, Encoding.UTF8.GetBytes(record));
}
