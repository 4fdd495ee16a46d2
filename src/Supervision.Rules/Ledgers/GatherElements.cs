using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>The elements that a gather looks at, oldest first, each with the names that conditions use for it.</summary>
internal static class GatherElements
{
    public static IEnumerable<CaseScope> Of(Gather gather, CaseScope scope) => gather.Source switch
    {
        GatherSource.Entries => Entries(gather, scope).Select(entry => Around(scope, entry: entry)),
        GatherSource.Events => Events(gather, gather.Of, scope).Select(past => Around(scope, past: past)),
        GatherSource.PastItems => PastItems(gather, scope),
        GatherSource.Items => scope.Event!.Get(gather.Of).Items.Select(item => Around(scope, item: item)),
        _ => Results(gather, scope).Select(result => Around(scope, result: result)),
    };

    private static IEnumerable<LedgerEntry> Entries(Gather gather, CaseScope scope)
    {
        var ledger = scope.State.Find(gather.Of);
        var step = gather.Since is "step" ? ledger.LastStepOrder : 0;
        return ledger.History.Where(entry => entry.Order > step && IsIn(gather, entry.Date, scope));
    }

    private static IEnumerable<PolicyEvent> Events(Gather gather, string kind, CaseScope scope)
    {
        var past = scope.State.Past;
        var from = gather.Since is { } since
            ? past.FindLastIndex(one => string.Equals(one.Kind, since, StringComparison.Ordinal)) + 1
            : 0;
        return past.Skip(from).Where(one => string.Equals(one.Kind, kind, StringComparison.Ordinal) && IsIn(gather, one.On, scope));
    }

    private static IEnumerable<CaseScope> PastItems(Gather gather, CaseScope scope)
    {
        var dot = gather.Of.IndexOf('.', StringComparison.Ordinal);
        var events = Events(gather, gather.Of[..dot], scope);
        events = gather.Last is { } last ? events.TakeLast(last) : events;
        return events.SelectMany(one => one.Get(gather.Of[(dot + 1)..]).Items.Select(item => Around(scope, item: item, past: one)));
    }

    private static IEnumerable<IssuedResult> Results(Gather gather, CaseScope scope) => scope.State.History.Issued
        .Where(one => string.Equals(one.Decision, gather.Of, StringComparison.Ordinal) && one.On < scope.On && IsIn(gather, one.On, scope))
        .OrderBy(one => one.On);

    private static bool IsIn(Gather gather, DateOnly on, CaseScope scope) =>
        gather.Within is not { } within || on > within.Before(scope.On);

    private static CaseScope Around(
        CaseScope scope, LedgerEntry? entry = null, PolicyEvent? past = null, Fact item = default, IssuedResult? result = null) =>
        new(scope.State, scope.On)
        {
            Event = scope.Event,
            Item = item,
            Entry = entry,
            Past = past,
            Result = result,
            Key = scope.Key,
            Line = scope.Line,
            Decided = scope.Decided,
            Readings = scope.Readings,
        };
}
