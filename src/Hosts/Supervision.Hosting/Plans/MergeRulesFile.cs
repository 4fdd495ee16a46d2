using System.Text.Json.Serialization;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Hosting.Plans;

/// <summary>What a merge must respect, as a person writes it. A cap and a delegation need their source.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MergeRulesFile
{
    public Cap? YearlyCap { get; init; }

    public int GapDays { get; init; }

    public IReadOnlyList<string> LeaveInPeace { get; init => field = value ?? []; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init => field = value ?? []; } = [];

    public MergeRules ToRules() => new()
    {
        YearlyCap = YearlyCap?.Visits,
        Uncounted = (YearlyCap?.NotCounted ?? []).ToHashSet(),
        CapBasis = YearlyCap is null ? null : new LegalBasis(YearlyCap.Law, YearlyCap.Article),
        GapDays = GapDays,
        LeftInPeace = LeaveInPeace.ToHashSet(StringComparer.Ordinal),
        Delegations = [.. Delegations.Select(d => new CheckDelegation(d.From, d.To, d.Item, new LegalBasis(d.Law, d.Article)))],
    };

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Cap(int Visits, string Law, string Article)
    {
        public IReadOnlyList<TaskSource> NotCounted { get; init => field = value ?? []; } = [];
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Delegation(string From, string To, string Item, string Law, string Article);
}
