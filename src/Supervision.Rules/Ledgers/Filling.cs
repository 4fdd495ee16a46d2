using Supervision.Credit;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>A ledger is full, once or several times over: it uses its oldest points and takes its steps.</summary>
internal static class Filling
{
    public static void TakeSteps(FoldState state, LedgerState ledger, DateOnly on, string cause)
    {
        if (ledger.Definition.Full is not { Mode: FullMode.Ratchet } full || ledger.Unused <= 0)
        {
            return;
        }

        var size = Size(state, ledger, full, on);
        while (full.IsReached(ledger.Unused, size) && ledger.Unused > 0)
        {
            var rung = full.Rungs is { } ladder ? Rung(ledger, ladder, on) : 0;
            if (full.Rungs is not null && rung == 0)
            {
                return;
            }

            Take(state, ledger, full, on, cause, size, rung);
        }
    }

    public static decimal Size(FoldState state, LedgerState ledger, FullRule full, DateOnly on) =>
        full.Size.Number(new CaseScope(state, on)) is > 0 and var size
            ? size
            : throw new RuleEvaluationException("SUP5256", ledger.Definition.Name, Invariant.Text(on));

    private static void Take(
        FoldState state, LedgerState ledger, FullRule full, DateOnly on, string cause, decimal size, int rung)
    {
        var step = new LedgerStep(ledger, on);
        Use(ledger, step, full.Drops ? ledger.Unused : size);
        ledger.Reached++;
        ledger.LastStepOn = on;
        ledger.LastStepOrder = ledger.History.Count == 0 ? 0 : ledger.History[^1].Order;
        if (rung > 0)
        {
            ledger.Rung = rung;
            state.Write(new(on, ledger.Definition.Name, LedgerLineKind.RungReached, 0, cause, full.Rungs!.Names[rung - 1])
            {
                Used = full.Effect is null ? Uses(step) : [],
            });
        }

        if (full.Effect is not { } effect)
        {
            state.Add(step, full.Lasts.After(on));
            return;
        }

        var scope = new CaseScope(state, on);
        var points = state.OnScale(effect.Points.Number(scope), cause);
        var target = state.Find(effect.On);
        step.Effect = new LedgerEntry(target, on, points, cause) { Step = step };
        state.Add(step.Effect);
        state.Add(step, full.Lasts.After(on));
        state.Write(new(on, effect.On, LedgerLineKind.StepTaken, points, cause, null, scope.Basis ?? state.Set.Source) { Used = Uses(step) });
        TakeSteps(state, target, on, cause);
    }

    private static LedgerUse[] Uses(LedgerStep step) =>
        [.. step.Used.Select(used => new LedgerUse(used.Entry.Date, used.Points, used.Entry.Cause, used.Entry.Code))];

    private static void Use(LedgerState ledger, LedgerStep step, decimal points)
    {
        ledger.Unused -= points;
        foreach (var entry in ledger.Entries)
        {
            var taken = Math.Min(entry.Unused, points);
            if (taken > 0)
            {
                entry.Unused -= taken;
                points -= taken;
                step.Used.Add((entry, taken));
            }

            if (points == 0)
            {
                return;
            }
        }
    }

    // 0: the ladder has stopped, so there is no step.
    private static int Rung(LedgerState ledger, RungRule ladder, DateOnly on)
    {
        var from = ladder.FromLastEntry && ledger.History.Count > 1 ? ledger.History[^2].Date : ledger.LastStepOn;
        var climbs = ledger.Rung > 0 && on < ladder.Within.After(from);
        var next = climbs ? ledger.Rung + 1 : 1;
        return next <= ladder.Names.Count ? next : ladder.AfterLast switch { "repeat" => ladder.Names.Count, "restart" => 1, _ => 0 };
    }
}
