using Supervision.Audit;

namespace Supervision.Web.Studio;

/// <summary>The comparisons under way, one a person: whoever asks another question gives up the one before. Thread-safe.</summary>
internal sealed class WhatIfRuns(WhatIf whatIf, CommandDesk desk)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Person, string Agency), WhatIfRun> _runs = [];

    /// <summary>The person's comparison of a pack on a day: the one under way, or a new one.</summary>
    public WhatIfRun Of(PackItem item, DateOnly asOf, long subjects, Actor actor)
    {
        lock (_gate)
        {
            return Find(actor) is { } run && run.IsOf(item, asOf) ? run
                : Begin(new WhatIfRun(item.Policy, asOf, subjects, async (begun, stopped) =>
                {
                    await using var scope = desk.Open(actor);
                    return await whatIf.CompareAsync(item, asOf, actor, scope.ServiceProvider, stopped, judged => begun.Judged = judged);
                }), actor);
        }
    }

    /// <summary>The person's comparison under way, or that was not shown yet; null when there is none.</summary>
    public WhatIfRun? Find(Actor actor)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(KeyOf(actor));
        }
    }

    /// <summary>Takes one in place of the person's one before, which is given up.</summary>
    public WhatIfRun Begin(WhatIfRun run, Actor actor)
    {
        lock (_gate)
        {
            if (_runs.GetValueOrDefault(KeyOf(actor)) is { } before)
            {
                End(before, actor);
            }

            run.OnLeft(() => End(run, actor));
            return _runs[KeyOf(actor)] = run;
        }
    }

    /// <summary>Forgets a comparison that was shown, or that nobody waits for.</summary>
    public void End(WhatIfRun run, Actor actor)
    {
        lock (_gate)
        {
            if (_runs.GetValueOrDefault(KeyOf(actor)) == run)
            {
                _runs.Remove(KeyOf(actor));
                run.Dispose();
            }
        }
    }

    private static (string Person, string Agency) KeyOf(Actor actor) => (actor.Id, actor.AgencyId);
}
