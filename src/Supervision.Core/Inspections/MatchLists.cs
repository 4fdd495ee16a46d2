using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Inspections;

/// <summary>The lists that a matching is announced over, salted or plain.</summary>
internal sealed record MatchLists(
    IReadOnlyList<MatchOfficer> Officers, IReadOnlyList<MatchTask> Tasks, IReadOnlyList<MatchRecusal> Recusals)
{
    public static MatchLists Of(
        HashKind kind,
        ReadOnlyMemory<byte> secret,
        IReadOnlyList<MatchOfficer> officers,
        IReadOnlyList<MatchTask> tasks,
        IReadOnlyList<MatchRecusal> recusals) => secret.IsEmpty
        ? new(officers, tasks, recusals)
        : new(
            MatchSalts.Roster(kind, secret.Span, officers),
            MatchSalts.Tasks(kind, secret.Span, tasks),
            MatchSalts.Recusals(kind, secret.Span, recusals));
}
