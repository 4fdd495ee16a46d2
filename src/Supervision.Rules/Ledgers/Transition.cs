using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>A new version takes over: its clauses say what becomes of the entries that are open. Old entries are never rewritten.</summary>
internal static class Transition
{
    public static void Enter(FoldState state, DateOnly day)
    {
        var next = state.Timeline.On(day);
        if (ReferenceEquals(next, state.Set))
        {
            return;
        }

        state.Set = next;
        foreach (var definition in next.Definitions)
        {
            var ledger = state.Find(definition.Name);
            ledger.Definition = definition;
            if (next.Transitions.TryGetValue(definition.Name, out var rule) && rule.Open is not "keep")
            {
                Apply(state, ledger, rule, day);
            }
        }
    }

    private static void Apply(FoldState state, LedgerState ledger, TransitionRule rule, DateOnly day)
    {
        var open = ledger.Entries.Where(entry => entry.Step is null
            && (rule.Open is not "remap" || (entry.Key is not null && rule.Keys.ContainsKey(entry.Key)))).ToList();
        foreach (var entry in open)
        {
            var (left, unused) = (entry.Left, entry.Unused);
            state.Write(new(day, ledger.Definition.Name, LedgerLineKind.Transferred, -state.Remove(entry), entry.Cause, entry.Key));
            if (rule.Open is "remap")
            {
                Put(state, ledger, entry, left, unused, rule.Keys[entry.Key!], day);
            }
            else if (rule.Open is "reprice")
            {
                var priced = Reprice(state, ledger, entry);
                Put(state, ledger, entry, Math.Max(0, priced - entry.Given), Math.Max(0, priced - entry.Given - (left - unused)), entry.Key, day);
            }
        }

        if (rule.Open is "opening")
        {
            var points = state.OnScale(rule.Opening!.Number(new CaseScope(state, day)), ledger.Definition.Name);
            state.Add(new LedgerEntry(ledger, day, points, "opening"));
            state.Write(new(day, ledger.Definition.Name, LedgerLineKind.Transferred, points, "opening"));
        }
    }

    private static void Put(FoldState state, LedgerState ledger, LedgerEntry old, decimal left, decimal unused, string? key, DateOnly day)
    {
        state.Add(new LedgerEntry(ledger, old.Date, left, old.Cause)
        {
            Line = old.Line, Key = key, Event = old.Event, Item = old.Item, Marks = old.Marks, Holder = old.Holder,
            Window = old.Window, Until = old.Until, Unused = unused,
        });
        state.Write(new(day, ledger.Definition.Name, LedgerLineKind.Transferred, left, old.Cause, key));
    }

    // By the line of the same id in the new version; an entry that no line prices any more keeps its points.
    private static decimal Reprice(FoldState state, LedgerState ledger, LedgerEntry entry)
    {
        var line = ledger.Definition.Posts.FirstOrDefault(one => string.Equals(one.Id, entry.Line?.Id, StringComparison.Ordinal));
        if (line is null || entry.Event is null)
        {
            return entry.Posted;
        }

        var scope = new CaseScope(state, state.Day) { Event = entry.Event, Item = entry.Item, Line = line, Key = entry.Key };
        var points = line.Points.Number(scope);
        return state.OnScale(line.Round is { } round ? round.Apply(points) : points, entry.Cause);
    }
}
