using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// What a draw needs from outside: the parties' secrets and the public beacon. A host draws secrets at random and
/// waits for the beacon's round; a demonstration derives both from a text.
/// </summary>
/// <param name="HashKind">Hash function of the whole draw.</param>
/// <param name="Beacons">Which rounds of which beacons, as announced.</param>
/// <param name="Reveal">Secrets and beacon values.</param>
/// <param name="SecretRule">What happens when a party withholds its secret.</param>
/// <param name="Prose">Further lines of the announcement.</param>
public sealed record DrawInputs(
    HashKind HashKind,
    IReadOnlyList<BeaconRound> Beacons,
    DrawReveal Reveal,
    string SecretRule,
    IReadOnlyList<string> Prose)
{
    /// <summary>The commitments to the secrets, in their order.</summary>
    public IReadOnlyList<Digest> Commitments => [.. Reveal.Secrets.Select(secret => Commitment.Of(HashKind, secret))];

    /// <summary>What of this is announced.</summary>
    public DrawNotice Notice => new()
    {
        HashKind = HashKind, Beacons = Beacons, Commitments = Commitments, SecretRule = SecretRule, Prose = Prose,
    };
}
