using Supervision.Audit;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Policies;
using Supervision.Risk;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Rules.WhatIf;

namespace Supervision.Web.Studio;

/// <summary>What a pack would change for the subjects of the database: the same histories judged by what decides now, and with it. Thread-safe.</summary>
internal sealed class WhatIf(HostPacks shipped, LiveRulePacks live)
{
    /// <summary>Judges every subject twice.</summary>
    /// <param name="item">The pack; a draft is taken as if it had been published.</param>
    /// <param name="asOf">The day on which it is judged.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="services">Stores in the reach of whoever asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PolicyComparison> CompareAsync(PackItem item, DateOnly asOf, Actor actor, IServiceProvider services, CancellationToken cancellationToken)
    {
        var stored = await services.GetRequiredService<IPackStore>().ListPublishedAsync(cancellationToken);
        var comparison = new PolicyComparison(PolicySet.Of(live.Current), PolicySet.Of(With(stored, item, actor)), asOf);
        var clean = await services.GetRequiredService<ITaskStore>().CountCleanAsync(cancellationToken);
        var histories = new Dictionary<string, CreditHistory>(StringComparer.Ordinal);
        await foreach (var history in services.GetRequiredService<ICreditEventStore>().StreamAsync(cancellationToken))
        {
            histories.Add(history.SubjectId, history);
        }

        await foreach (var row in services.GetRequiredService<IStandingStore>().StreamAsync(cancellationToken))
        {
            comparison.Add(row, histories.GetValueOrDefault(row.SubjectId), clean.GetValueOrDefault(row.SubjectId));
        }

        return comparison;
    }

    // As if it had been published: what was open before it ends on its first day.
    private RulePackRegistry With(IReadOnlyList<StoredPack> stored, PackItem item, Actor actor)
    {
        if (item.Stored is not { Publication: null } draft)
        {
            return live.Current;
        }

        var others = stored.Where(pack => pack.Policy != item.Policy).Select(pack =>
            draft.TakesOverFrom(pack) ? pack with { ReplacedFrom = draft.From } : pack);
        return PublishedPacks.Registry([.. others, draft with { Publication = new PackPublication(actor, draft.WrittenAt) }], shipped.Registry);
    }
}
