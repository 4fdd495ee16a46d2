using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What an announcement says besides plan and frame: known before the beacon, hence without any secret.</summary>
public sealed record DrawNotice
{
    /// <summary>Hash function of the whole draw.</summary>
    public HashKind HashKind { get; init; } = HashKind.Sha256;

    /// <summary>Which future rounds of which beacons.</summary>
    public required IReadOnlyList<BeaconRound> Beacons { get; init; }

    /// <summary>The parties' commitments; none may have stood in an earlier announcement.</summary>
    public required IReadOnlyList<Digest> Commitments { get; init; }

    /// <summary>What happens when a party withholds its secret.</summary>
    public required string SecretRule { get; init; }

    /// <summary>Further lines of the announcement.</summary>
    public IReadOnlyList<string> Prose { get; init; } = [];

    /// <summary>Who holds each secret; empty when that is not said.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Where each secret is deposited; empty when none is.</summary>
    public IReadOnlyList<SecretDeposit> Deposits { get; init; } = [];

    /// <summary>The number, from 1, of the secret that stays sealed until the inspections are over; null for an open draw.</summary>
    public int? SealedSecret { get; init; }

    /// <summary>32 bytes for salted leaves; null for plain ones.</summary>
    public byte[]? FrameSecret { get; init; }

    /// <summary>How subjects are drawn; null for <c>tier-srs</c> with the ratios of the plan.</summary>
    public DrawMethod? Method { get; init; }

    /// <summary>In a redraw on another frame: why.</summary>
    public string? FrameChange { get; init; }

    /// <summary>Subjects that are left out for another reason than their own dates, with its code; null for none.</summary>
    public IReadOnlyDictionary<string, byte>? Exclusions { get; init; }
}
