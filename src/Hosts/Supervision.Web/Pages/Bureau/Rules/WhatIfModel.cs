using Microsoft.AspNetCore.Mvc;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Policies;
using Supervision.Risk;
using Supervision.Rules;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Rules.WhatIf;
using Supervision.Web.Studio;

namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>What a draft would change for the subjects of the database: the same histories judged by what decides now, and with the draft.</summary>
internal sealed class WhatIfModel(HostPacks shipped, LiveRulePacks live) : RulesPage(shipped, live)
{
    /// <summary>Most changed subjects that the page lists; the console writes all of them.</summary>
    public const int Most = 200;

    private readonly HostPacks _shipped = shipped;

    public PackItem Item { get; private set; } = null!;

    public PolicyComparison? Comparison { get; private set; }

    /// <summary>Why the two cannot be compared, or null.</summary>
    public Message? Problem { get; private set; }

    public DateOnly AsOf { get; private set; }

    /// <summary>Days of an officer for a visit, to turn visits into effort.</summary>
    public decimal OfficerDays { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(string? policy, string? version, string? hash, DateOnly? asOf, decimal? officerDays)
    {
        if (await FindAsync(policy, version, hash) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        AsOf = asOf ?? (item.From > Today ? item.From : Today);
        OfficerDays = officerDays is >= 0 and <= 100 ? officerDays.Value : 1;
        try
        {
            Comparison = await CompareAsync(item);
        }
        catch (RulePackException unfit)
        {
            Problem = unfit.Errors[0].Message;
        }
        catch (RuleEvaluationException unfit)
        {
            Problem = unfit.Reason;
        }

        return Page();
    }

    private async Task<PolicyComparison> CompareAsync(PackItem item)
    {
        var cancellation = HttpContext.RequestAborted;
        var stored = (await Reading<IPackStore>().ListPublishedAsync(cancellation)).ToList();
        var comparison = new PolicyComparison(PolicySet.Of(Live.Current), PolicySet.Of(With(stored, item)), AsOf);
        var clean = await Reading<ITaskStore>().CountCleanAsync(cancellation);
        var histories = new Dictionary<string, CreditHistory>(StringComparer.Ordinal);
        await foreach (var history in Reading<ICreditEventStore>().StreamAsync(cancellation))
        {
            histories.Add(history.SubjectId, history);
        }

        await foreach (var row in Reading<IStandingStore>().StreamAsync(cancellation))
        {
            comparison.Add(row, histories.GetValueOrDefault(row.SubjectId), clean.GetValueOrDefault(row.SubjectId));
        }

        return comparison;
    }

    // As if it had been published: what was open before it ends on its first day.
    private RulePackRegistry With(List<StoredPack> stored, PackItem item)
    {
        if (item.Stored is not { Publication: null } draft)
        {
            return Live.Current;
        }

        var others = stored.Where(pack => pack.Policy != item.Policy).Select(pack =>
            draft.TakesOverFrom(pack) ? pack with { ReplacedFrom = draft.From } : pack);
        return PublishedPacks.Registry([.. others, draft with { Publication = new PackPublication(Actor, draft.WrittenAt) }], _shipped.Registry);
    }
}
