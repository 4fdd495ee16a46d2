using Microsoft.AspNetCore.Mvc;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Rules;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Rules.WhatIf;
using Supervision.Web.Studio;

namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>What a draft would change for the subjects of the database: the same histories judged by what decides now, and with the draft.</summary>
internal sealed class WhatIfModel(HostPacks shipped, LiveRulePacks live, WhatIfRuns runs) : RulesPage(shipped, live)
{
    /// <summary>Most changed subjects that the page lists; the console writes all of them.</summary>
    public const int Most = 200;

    // What takes no longer is shown at once, without a page of progress before it.
    private static readonly TimeSpan s_atOnce = TimeSpan.FromSeconds(1);

    private IReadOnlyDictionary<string, Subject> _subjects = new Dictionary<string, Subject>(StringComparer.Ordinal);

    public PackItem Item { get; private set; } = null!;

    public PolicyComparison? Comparison { get; private set; }

    /// <summary>The comparison while it is computed; null when it is there, or cannot be.</summary>
    public WhatIfRun? Running { get; private set; }

    /// <summary>Why the two cannot be compared, or null.</summary>
    public Message? Problem { get; private set; }

    public DateOnly AsOf { get; private set; }

    /// <summary>Days of an officer for a visit, to turn visits into effort.</summary>
    public decimal OfficerDays { get; private set; } = 1;

    /// <summary>Name of a subject that changes; its id when it is not in the register.</summary>
    public string NameOf(string subject) => _subjects.GetValueOrDefault(subject)?.Name ?? subject;

    public async Task<IActionResult> OnGetAsync(string? policy, string? version, string? hash, DateOnly? asOf, decimal? officerDays)
    {
        if (await FindAsync(policy, version, hash) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        AsOf = asOf ?? (item.From > Today ? item.From : Today);
        OfficerDays = officerDays is >= 0 and <= 100 ? officerDays.Value : 1;
        var run = runs.Find(Actor) is { } begun && begun.IsOf(item, AsOf) ? begun // a page that is loaded again counts the subjects no more
            : runs.Of(item, AsOf, await Reading<ISubjectStore>().CountAsync(HttpContext.RequestAborted), Actor);
        run.Look();
        if (await Task.WhenAny(run.Result, Task.Delay(s_atOnce, HttpContext.RequestAborted)) != run.Result)
        {
            Running = run;
            return Page();
        }

        runs.End(run, Actor);
        try
        {
            Comparison = await run.Result;
            _subjects = await Reading<ISubjectStore>().FindAllAsync([.. Comparison.Changes.Take(Most).Select(change => change.SubjectId)], HttpContext.RequestAborted);
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
}
