using Supervision.Credit;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>Folds a history up to a day and reads the ledgers off. Pure.</summary>
internal static class LedgerRun
{
    /// <summary>The readings at the end of a day, from what was recorded up to the end of another.</summary>
    public static LedgerReadings Read(SubjectHistory history, PackTimeline timeline, DateOnly asOf, DateOnly known)
    {
        var agenda = new Agenda(history, timeline, known);
        var fold = new LedgerFold(history, timeline, agenda);
        foreach (var action in agenda.Until(asOf))
        {
            fold.Take(action);
        }

        fold.Advance(asOf);
        return Read(fold.State, asOf);
    }

    /// <summary>Reads a fold that stands at the end of a day, and leaves it as it is.</summary>
    public static LedgerReadings Read(FoldState state, DateOnly asOf)
    {
        var set = state.Timeline.Deciding;
        var states = new LedgerState[set.Definitions.Count];
        for (var at = 0; at < states.Length; at++)
        {
            states[at] = state.Find(set.Definitions[at].Name);
        }

        var lines = new List<LedgerLine>(state.Lines.Count + states.Length);
        lines.AddRange(Opening(state, states, asOf));
        lines.AddRange(state.Lines);
        var readings = Array.ConvertAll(states, ledger => state.Read(ledger, asOf));
        for (var at = 0; at < states.Length; at++)
        {
            if (states[at].Definition.Full is { Mode: FullMode.Level } full)
            {
                Level(state, states[at], full, asOf, set, readings, at, lines);
            }
        }

        Clamp(state, states, readings, asOf, lines);
        return new LedgerReadings(readings, lines, state)
        {
            AsOf = asOf,
        };
    }

    private static IEnumerable<LedgerLine> Opening(FoldState state, LedgerState[] states, DateOnly asOf) => states
        .Select(ledger => (ledger.Definition.Name, Start: state.Start(ledger, asOf)))
        .Where(ledger => ledger.Start != 0)
        .Select(ledger => new LedgerLine(
            state.Timeline.Deciding.From, ledger.Name, LedgerLineKind.Opened, ledger.Start, "start", null, state.Timeline.Deciding.Source));

    // The steps that the active points hold on the day of reading, and what they do elsewhere.
    private static void Level(
        FoldState state, LedgerState ledger, FullRule full, DateOnly asOf, LedgerSet set, LedgerReading[] readings, int at, List<LedgerLine> lines)
    {
        var size = Filling.Size(state, ledger, full, asOf);
        var (active, steps) = (readings[at].Active, 0);
        while (full.IsReached(active - (steps * size), size))
        {
            steps++;
        }

        readings[at] = readings[at] with { Steps = steps, Reached = steps, Unused = active - (steps * size) };
        if (steps == 0 || full.Effect is not { } effect)
        {
            return;
        }

        var target = set.IndexOf(effect.On);
        var scope = new CaseScope(state, asOf);
        var points = steps * state.OnScale(effect.Points.Number(scope), effect.Points.Text);
        readings[target] = readings[target] with { Active = readings[target].Active + points };
        lines.Add(new(asOf, effect.On, LedgerLineKind.StepTaken, points, ledger.Definition.Name, null, scope.Basis ?? set.Source));
    }

    // A view that is cut has a line that says so: the lines of a ledger sum to its reading.
    private static void Clamp(FoldState state, LedgerState[] states, LedgerReading[] readings, DateOnly asOf, List<LedgerLine> lines)
    {
        for (var at = 0; at < states.Length; at++)
        {
            if (states[at].Definition.Clamp is not { AtPost: false } clamp)
            {
                continue;
            }

            var whole = lines.Where(line => string.Equals(line.Ledger, states[at].Definition.Name, StringComparison.Ordinal)).Sum(line => line.Points);
            readings[at] = readings[at] with { Active = clamp.Apply(whole) };
            if (readings[at].Active != whole)
            {
                lines.Add(new(asOf, states[at].Definition.Name, LedgerLineKind.Cut, readings[at].Active - whole, "clamp"));
            }
        }
    }
}
