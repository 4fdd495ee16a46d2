using System.Security.Cryptography;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// drand: JSON with <c>round</c>, <c>randomness</c> and <c>signature</c>; randomness must be SHA-256 of the signature. The signature itself is
/// a BLS12-381 one and is not checked here: compare the record with a second relay, or check it with drand's own tool.
/// The announced chain is the chain hash, in full or its first digits.
/// </summary>
internal sealed class DrandBeacon : IBeacon
{
    // Public parameters of the two chains of the League of Entropy: hash, seconds from 1970 of round 1, seconds between rounds.
    private static readonly (string Hash, long Genesis, int Period)[] s_chains =
    [
        ("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", 1_692_803_367, 3),
        ("8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce", 1_595_431_050, 30),
    ];

    /// <inheritdoc/>
    public DateTimeOffset? DueAt(BeaconRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var chain = Array.Find(s_chains, chain => round.Chain.Length >= 8 && chain.Hash.StartsWith(round.Chain, StringComparison.Ordinal));
        return chain.Hash is null || round.Round is < 1 or > 1_000_000_000
            ? null
            : DateTimeOffset.FromUnixTimeSeconds(chain.Genesis + ((round.Round - 1) * chain.Period));
    }

    /// <inheritdoc/>
    public Outcome<BeaconValue> Read(BeaconRound round, ReadOnlySpan<byte> record) => BeaconRecord.Json(round, record, json =>
    {
        var number = json.GetProperty("round").GetInt64();
        var randomness = BeaconRecord.Bytes(json, "randomness");
        return number != round.Round ? BeaconRecord.OtherRound(round, Invariant.Text(number))
            : !SHA256.HashData(BeaconRecord.Bytes(json, "signature")).AsSpan().SequenceEqual(randomness)
                ? BeaconRecord.Contradiction(round, "randomness")
            : new BeaconValue(round, randomness, "bls-signature");
    });
}
