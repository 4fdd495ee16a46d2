using Supervision.Web.DrawRoom;

namespace Supervision.Web.Api;

/// <summary>What people hand in at one step of a draw. In the demonstration nothing is needed.</summary>
internal sealed record RoomFacts
{
    /// <summary>Rounds of beacons, each as "SOURCE CHAIN ROUND".</summary>
    public IReadOnlyList<string> Beacons { get; init; } = [];

    /// <summary>Commitments of the other parties, 64 hexadecimal digits each.</summary>
    public IReadOnlyList<string> Commitments { get; init; } = [];

    /// <summary>Secrets of the other parties, in hexadecimal digits.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>For each round its value in hexadecimal digits, or its record on one line as the source gives it.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public RoomInputs ToInputs() => new(Lines(Beacons), Lines(Commitments), Lines(Secrets), Lines(Values));

    private static string Lines(IReadOnlyList<string> lines) => string.Join('\n', lines);
}
