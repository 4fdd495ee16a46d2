using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Hosting.Draws;
using Supervision.Sampling;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Web.DrawRoom;

/// <summary>What people hand in at a draw: rounds, commitments, secrets, values of beacons; one a line. Immutable.</summary>
/// <param name="Beacons">"SOURCE CHAIN ROUND".</param>
/// <param name="Commitments">Of the other parties, in hexadecimal digits.</param>
/// <param name="Secrets">Of the other parties, in hexadecimal digits.</param>
/// <param name="Values">For each beacon its value in hexadecimal digits, or its record as the source gives it.</param>
internal sealed record RoomInputs(string? Beacons, string? Commitments, string? Secrets, string? Values)
{
    /// <summary>Nothing.</summary>
    public static RoomInputs None { get; } = new(null, null, null, null);

    private const string SecretRule = "If a party withholds its secret the draw is void and is repeated under the next number; the party is named.";

    /// <summary>Notice and secrets, those of other parties null. SUP7300: a line is not understood.</summary>
    public Outcome<(DrawNotice Notice, IReadOnlyList<byte[]?> Secrets)> Notice()
    {
        if (!Rounds().TryGet(out var rounds, out var refusal))
        {
            return refusal;
        }

        var commitments = new List<Digest>();
        foreach (var line in LinesOf(Commitments))
        {
            if (!Digest.TryParse(line, out var digest))
            {
                return Refusal.Of("SUP7300", line);
            }

            commitments.Add(digest);
        }

        var own = RandomNumberGenerator.GetBytes(Commitment.SecretSize);
        var notice = new DrawNotice
        {
            Beacons = rounds, Commitments = [Commitment.Of(HashKind.Sha256, own), .. commitments], SecretRule = SecretRule,
        };
        return (notice, [own, .. commitments.Select(_ => (byte[]?)null)]);
    }

    /// <summary>All secrets and values of an announced draw. SUP4236: one is missing or not understood.</summary>
    public Outcome<DrawReveal> Reveal(AnnouncementTerms terms, IEnumerable<string?> kept)
    {
        var opened = new Queue<string>(LinesOf(Secrets));
        var secrets = new List<byte[]>();
        foreach (var secret in kept)
        {
            if (!HexDigits.TryRead(secret ?? (opened.Count > 0 ? opened.Dequeue() : null), out var bytes))
            {
                return Refusal.Of("SUP4236", "secret");
            }

            secrets.Add(bytes);
        }

        return ValuesOf(terms.Beacons).TryGet(out var values, out var refusal) ? new DrawReveal(secrets, values) : refusal;
    }

    /// <summary>Rounds, a new secret and values for the draw of officers. SUP7300, SUP4236: a line is missing or not understood.</summary>
    public Outcome<DrawInputs> Officers() =>
        Rounds().TryGet(out var rounds, out var refusal) && ValuesOf(rounds).TryGet(out var values, out refusal)
            ? new DrawInputs(HashKind.Sha256, rounds, new DrawReveal([RandomNumberGenerator.GetBytes(Commitment.SecretSize)], values), SecretRule, [])
            : refusal;

    private Outcome<IReadOnlyList<BeaconRound>> Rounds()
    {
        var rounds = new List<BeaconRound>();
        foreach (var line in LinesOf(Beacons))
        {
            if (!BeaconRound.TryParse(line, out var round))
            {
                return Refusal.Of("SUP7300", line);
            }

            rounds.Add(round);
        }

        return rounds.Count > 0 ? rounds : Refusal.Of("SUP7300", "-");
    }

    private Outcome<IReadOnlyList<byte[]>> ValuesOf(IReadOnlyList<BeaconRound> rounds)
    {
        var lines = LinesOf(Values);
        if (lines.Length != rounds.Count)
        {
            return Refusal.Of("SUP4236", "beacon");
        }

        var values = new List<byte[]>();
        foreach (var (round, line) in rounds.Zip(lines))
        {
            if (HexDigits.TryRead(line, out var bytes))
            {
                values.Add(bytes);
            }
            else if (BeaconSources.For(round).Read(round, Encoding.UTF8.GetBytes(line)).TryGet(out var record, out var refusal))
            {
                values.Add(record.Bytes);
            }
            else
            {
                return refusal;
            }
        }

        return values;
    }

    private static string[] LinesOf(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
