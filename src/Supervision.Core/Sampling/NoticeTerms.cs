using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What every announcement fixes, of a draw of subjects or of a matching.</summary>
public abstract record NoticeTerms
{
    /// <summary>The number of this draw.</summary>
    public required DrawNumber Draw { get; init; }

    /// <summary>Hash of the authority's announcement before this one; 32 zero bytes for its first.</summary>
    public Digest Previous { get; init; }

    /// <summary>The hash function of everything in the draw.</summary>
    public HashKind HashKind { get; init; } = HashKind.Sha256;

    /// <summary>The public beacons, 1 to 255.</summary>
    public required IReadOnlyList<BeaconRound> Beacons { get; init; }

    /// <summary>The parties' commitments, 1 to 255, all different; see <see cref="Commitment"/>.</summary>
    public required IReadOnlyList<Digest> Commitments { get; init; }

    /// <summary>Who holds each secret, in the order of the commitments; empty when the announcement does not say.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Where each secret is deposited, in the order of the commitments; empty when none is.</summary>
    public IReadOnlyList<SecretDeposit> Deposits { get; init; } = [];

    /// <summary>Whether leaves are salted, see <see cref="Frame.Salted"/>.</summary>
    public bool IsSalted { get; init; }

    /// <summary>
    /// The number j, from 1, of the secret that stays sealed until after the inspections; null for an open draw. With a public frame and a public seed
    /// everybody could compute that an inspection is coming.
    /// </summary>
    public int? SealedSecret { get; init; }

    /// <summary>What happens when a party withholds its secret. One line of text.</summary>
    public required string SecretRule { get; init; }

    /// <summary>Free lines for the reader. A line must not look like one of the announcement's own.</summary>
    public IReadOnlyList<string> Prose { get; init; } = [];
}
