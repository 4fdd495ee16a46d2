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
    private const int ToldEvery = 1000;

    /// <summary>Judges every subject twice.</summary>
    /// <param name="item">The pack; a draft is taken as if it had been published.</param>
    /// <param name="asOf">The day on which it is judged.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="services">Stores in the reach of whoever asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="judged">Told now and then how many subjects have been judged.</param>
    public async Task<PolicyComparison> CompareAsync(PackItem item, DateOnly asOf, Actor actor, IServiceProvider services, CancellationToken cancellationToken, Action<long>? judged = null)
    {
        var stored = await services.GetRequiredService<IPackStore>().ListPublishedAsync(cancellationToken);
        var comparison = new PolicyComparison(PolicySet.Of(live.Current), PolicySet.Of(With(stored, item, actor)), asOf);
        var clean = await services.GetRequiredService<ITaskStore>().CountCleanAsync(cancellationToken);

        // Subjects and histories come in the same order, side by side: a population of any size needs the memory of one subject.
        await using var histories = services.GetRequiredService<ICreditEventStore>().StreamAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var isLeft = await histories.MoveNextAsync();
        await foreach (var row in services.GetRequiredService<IStandingStore>().StreamAsync(cancellationToken))
        {
            while (isLeft && string.CompareOrdinal(histories.Current.SubjectId, row.SubjectId) < 0)
            {
                isLeft = await histories.MoveNextAsync();
            }

            var history = isLeft && histories.Current.SubjectId == row.SubjectId ? histories.Current : null;
            comparison.Add(row, history, clean.GetValueOrDefault(row.SubjectId));
            if (comparison.Subjects % ToldEvery == 0)
            {
                judged?.Invoke(comparison.Subjects);
            }
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
