using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// What the announcement of a matching fixes. It is a draw of its own, with its own later beacon: under the seed of the
/// subjects' draw the roster could still be edited to steer a named officer.
/// </summary>
public sealed record MatchTerms : NoticeTerms
{
    /// <summary>Hash of the announcement of the draw whose subjects are inspected.</summary>
    public required Digest DrawAnnouncement { get; init; }

    /// <summary>Number of officers on the roster.</summary>
    public required int OfficerCount { get; init; }

    /// <summary>Merkle root of the roster, see <see cref="MatchRoots.Roster"/>.</summary>
    public required Digest RosterRoot { get; init; }

    /// <summary>Number of tasks.</summary>
    public required int TaskCount { get; init; }

    /// <summary>Merkle root of the task list, see <see cref="MatchRoots.Tasks"/>.</summary>
    public required Digest TaskListRoot { get; init; }

    /// <summary>Number of recusals.</summary>
    public required int RecusalCount { get; init; }

    /// <summary>Merkle root of the recusals, see <see cref="MatchRoots.Recusals"/>.</summary>
    public required Digest RecusalRoot { get; init; }

    /// <summary>Most tasks an officer may have, the load at the start included: 1 to 65,535.</summary>
    public required int Cap { get; init; }
}
