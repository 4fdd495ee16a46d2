using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>Ends what an event posted, or takes back what it repaired, from the day of the reversal.</summary>
internal static class Reversing
{
    public static void Do(FoldState state, LedgerState ledger, ReverseRule rule, FoldAction action)
    {
        var named = action.Event.Get(rule.Names).Text;
        var changed = 0m;
        foreach (var entry in ledger.Entries.Where(entry => entry.Step is null && string.Equals(entry.Cause, named, StringComparison.Ordinal)).ToList())
        {
            changed -= state.Remove(entry);
        }

        foreach (var (_, _, entry, unused, used) in ledger.Repairs.Where(repair => string.Equals(repair.Event, named, StringComparison.Ordinal)).ToList())
        {
            changed += TakeBack(ledger, entry, unused, used);
        }

        ledger.Repairs.RemoveAll(repair => string.Equals(repair.Event, named, StringComparison.Ordinal));
        state.Write(new(action.Day, ledger.Definition.Name, LedgerLineKind.Reversed, changed, action.Event.Id, named));
        RecomputeSteps(state, ledger, action.Day, action.Event.Id);
        Filling.TakeSteps(state, ledger, action.Day, action.Event.Id);
    }

    /// <summary>Undoes the newest steps whose points are no longer all there; what is left of them is unused again.</summary>
    public static void RecomputeSteps(FoldState state, LedgerState ledger, DateOnly on, string cause)
    {
        foreach (var step in ledger.Live.AsEnumerable().Reverse().ToList())
        {
            if (step.Used.TrueForAll(use => use.Points <= Used(use.Entry)))
            {
                continue;
            }

            step.IsOver = true;
            ledger.Live.Remove(step);
            foreach (var (entry, points) in step.Used)
            {
                var back = Math.Min(points, Used(entry));
                entry.Unused += back;
                ledger.Unused += back;
            }

            if (step.Effect is { } effect)
            {
                state.Write(new(on, effect.Ledger.Definition.Name, LedgerLineKind.Reversed, -state.Remove(effect), cause));
                RecomputeSteps(state, effect.Ledger, on, cause);
            }
        }

        Filling.TakeSteps(state, ledger, on, cause);
    }

    private static decimal Used(LedgerEntry entry) => entry.Left - entry.Unused;

    private static decimal TakeBack(LedgerState ledger, LedgerEntry entry, decimal unused, decimal used)
    {
        if (entry.IsOver)
        {
            return 0;
        }

        var sign = Math.Sign(entry.Posted);
        entry.Left += sign * (unused + used);
        entry.Unused += sign * unused;
        entry.Given -= unused + used;
        ledger.Unused += sign * unused;
        ledger.Active += sign * (unused + used);
        return sign * (unused + used);
    }
}
