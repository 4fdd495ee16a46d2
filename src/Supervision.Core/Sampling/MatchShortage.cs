using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// Why slots of a matching stay empty, in numbers that anybody can count: these tasks want more places filled by these
/// officers than the officers have room for. A Hall violator; no choice of teams can do better. Immutable.
/// </summary>
public sealed record MatchShortage
{
    /// <summary>The department.</summary>
    public required string Department { get; init; }

    /// <summary>The items of the tasks, by bytes.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>The tasks, by id.</summary>
    public required IReadOnlyList<string> TaskIds { get; init; }

    /// <summary>The officers who alone could fill the places, by id; none when nobody may serve.</summary>
    public required IReadOnlyList<string> OfficerIds { get; init; }

    /// <summary>Whether only qualified officers are wanting: for each task an unqualified second is there.</summary>
    public required bool IsOfQualified { get; init; }

    /// <summary>Places that only <see cref="OfficerIds"/> can fill: two a task, without what others can fill at most.</summary>
    public required int Needed { get; init; }

    /// <summary>Tasks that <see cref="OfficerIds"/> can still take under the cap.</summary>
    public required int Room { get; init; }

    /// <summary>Places that stay empty.</summary>
    public int Missing => Needed - Room;

    /// <summary>The same in words.</summary>
    public Message Text => Message.Of(
        IsOfQualified ? "match.shortage.qualified" : "match.shortage",
        Department,
        Invariant.Text(TaskIds.Count),
        First(TaskIds),
        string.Join(", ", Items),
        Invariant.Text(Needed),
        Invariant.Text(OfficerIds.Count),
        OfficerIds.Count == 0 ? "-" : First(OfficerIds),
        Invariant.Text(Room),
        Invariant.Text(Missing));

    private static string First(IReadOnlyList<string> ids) =>
        string.Join(", ", ids.Take(5)) + (ids.Count > 5 ? ", …" : "");
}
