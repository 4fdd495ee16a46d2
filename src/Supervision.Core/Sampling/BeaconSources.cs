namespace Supervision.Sampling;

/// <summary>Which beacon an announced round belongs to, by the first word of its source.</summary>
public static class BeaconSources
{
    private static readonly DrandBeacon s_drand = new();
    private static readonly NistBeacon s_nist = new();
    private static readonly LotteryBeacon s_lottery = new();
    private static readonly HexBeacon s_hex = new();

    /// <summary><c>drand</c>, <c>NIST</c> and <c>lottery</c> have their records; every other source gives its value as hex.</summary>
    public static IBeacon For(BeaconRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Source.Split(' ')[0] switch
        {
            "drand" => s_drand,
            "NIST" => s_nist,
            "lottery" => s_lottery,
            _ => s_hex,
        };
    }
}
