using Supervision.Credit;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>One line of <c>post</c> meets its event.</summary>
internal static class Posting
{
    public static void Do(FoldState state, LedgerState ledger, PostLine line, FoldAction action, List<string> posted)
    {
        foreach (var item in line.Each is null ? [default] : Items(action.Event, line.Each))
        {
            var scope = new CaseScope(state, action.Day) { Event = action.Event, Item = item, Line = line, Posted = posted };
            scope.Key = line.Key?.Evaluate(scope).ToString();
            if (line.If is { } when && !when.Truth(scope))
            {
                continue;
            }

            if (line.Unless is { } unless && unless.Truth(scope))
            {
                state.Write(new(
                    action.Day, ledger.Definition.Name, LedgerLineKind.Blocked, 0, action.Event.Id, $"{line.Id}: {unless.Text}", line.Basis));
                continue;
            }

            Post(state, ledger, line, action, scope);
            posted.Add(line.Id);
        }
    }

    /// <summary>The day from which a cycle counts.</summary>
    public static DateOnly Anchor(FoldState state, LedgerState ledger, WindowRule window, DateOnly on) =>
        window.Kind is not WindowKind.Cycle ? on
        : window.Anchor ?? (window.AnchorAttribute is { } attribute
            ? state.History.Attribute(attribute, on) is { Kind: FactKind.Date } date
                ? date.Date
                : throw new RuleEvaluationException("SUP5251", $"subject.{attribute}", Invariant.Text(on))
            : ledger.FirstOn ?? on);

    private static void Post(FoldState state, LedgerState ledger, PostLine line, FoldAction action, CaseScope scope)
    {
        var (day, definition) = (action.Day, ledger.Definition);
        scope.Basis = null;
        var asked = line.Points.Number(scope);
        var points = state.OnScale(line.Round is { } round ? round.Apply(asked) : asked, action.Event.Id);
        if (points < 0 && definition.Full is not null)
        {
            throw new RuleEvaluationException("SUP5254", action.Event.Id, Invariant.Text(points), definition.Name);
        }

        var basis = scope.Basis ?? line.Basis;
        var kept = definition.Clamp is { AtPost: true } clamp ? Cut(state, ledger, clamp, points, day) : points;
        var entry = new LedgerEntry(ledger, day, kept, action.Event.Id)
        {
            Line = line,
            Key = scope.Key,
            Event = action.Event,
            Item = scope.Item,
            Marks = line.Marks.Count == 0 ? null : line.Marks.ToDictionary(mark => mark.Key, mark => mark.Value.Evaluate(scope), StringComparer.Ordinal),
            Holder = definition.Holder is { } holder ? Holder(state, holder, day) : null,
            Window = definition.Window,
            Until = Until(state, ledger, line, scope),
        };
        state.Add(entry);
        state.Write(new(day, definition.Name, LedgerLineKind.Posted, points, action.Event.Id, Code(scope), basis));
        if (kept != points)
        {
            state.Write(new(day, definition.Name, LedgerLineKind.Cut, kept - points, action.Event.Id, Code(scope), line.Basis));
        }

        Filling.TakeSteps(state, ledger, day, action.Event.Id);
    }

    // The key, or the code that the fault itself bears.
    private static string? Code(CaseScope scope) =>
        scope.Key ?? (scope.Item["code"] is { Kind: FactKind.Text } code ? code.Text : null);

    private static decimal Cut(FoldState state, LedgerState ledger, ClampRule clamp, decimal points, DateOnly day)
    {
        var before = state.Start(ledger, day) + ledger.Active;
        return clamp.Apply(before + points) is var after && after == before + points ? points
            : points > 0 ? Math.Max(0, after - before) : Math.Min(0, after - before);
    }

    private static string Holder(FoldState state, string attribute, DateOnly day) =>
        state.History.Attribute(attribute, day) is { Kind: FactKind.Text } holder
            ? holder.Text
            : throw new RuleEvaluationException("SUP5251", $"subject.{attribute}", Invariant.Text(day));

    private static DateOnly? Until(FoldState state, LedgerState ledger, PostLine line, CaseScope scope)
    {
        var window = ledger.Definition.Window;
        DateOnly? until = window.Kind switch
        {
            WindowKind.None => null,
            WindowKind.Rolling => window.Length.After(scope.On),
            WindowKind.Entry => line.Lasts!.Evaluate(scope).After(scope.On),
            _ => window.PeriodEnd(scope.On, Anchor(state, ledger, window, scope.On)),
        };
        return window.LastDayIncluded ? until?.AddDays(1) : until;
    }

    private static IReadOnlyList<Fact> Items(PolicyEvent happened, string field) =>
        happened.Get(field) is { Kind: FactKind.List } list
            ? list.Items
            : throw new RuleEvaluationException("SUP5255", happened.Id, field);
}
