using Supervision.Rules.Facts;

namespace Supervision.Rules.Ledgers;

/// <summary>Turns the events of a history into what they do on which day, in the one order in which it is folded.</summary>
internal sealed class Agenda
{
    private readonly SubjectHistory _history;
    private readonly PackTimeline _timeline;
    private readonly DateOnly _known;
    private HashSet<(string Ledger, string Event)>? _undone;

    /// <summary>Events that are recorded up to the end of <paramref name="known"/>.</summary>
    public Agenda(SubjectHistory history, PackTimeline timeline, DateOnly known)
    {
        (_history, _timeline, _known) = (history, timeline, known);
        foreach (var happened in history.Events)
        {
            Undo(happened);
        }
    }

    /// <summary>Whether an event is to be taken as if it had never been in a ledger.</summary>
    public bool IsUndone(string ledger, string happened) => _undone is not null && _undone.Contains((ledger, happened));

    /// <summary>All actions up to the end of a day, in order.</summary>
    /// <exception cref="ArgumentException">An event is there twice.</exception>
    public List<FoldAction> Until(DateOnly asOf)
    {
        var actions = new List<FoldAction>(_history.Events.Count);
        foreach (var happened in _history.Events)
        {
            foreach (var action in Of(happened))
            {
                if (action.Day <= asOf)
                {
                    actions.Add(action);
                }
            }
        }

        actions.Sort((left, right) => left.Against(right));
        for (var at = 1; at < actions.Count; at++)
        {
            if (actions[at - 1].Against(actions[at]) == 0)
            {
                throw new ArgumentException($"Event {actions[at].Event.Id} is there twice.", nameof(asOf));
            }
        }

        return actions;
    }

    /// <summary>What one event does, day by day; nothing while it is not known.</summary>
    public IReadOnlyList<FoldAction> Of(PolicyEvent happened)
    {
        if (happened.RecordedOn > _known)
        {
            return [];
        }

        var parts = new List<(DateOnly Day, FoldPart Part)>(1);
        foreach (var ledger in _timeline.For(happened).Definitions)
        {
            foreach (var line in ledger.Posts)
            {
                if (line.IsFor(happened.Kind))
                {
                    parts.Add((Day(ledger, line, happened), new FoldPart(ledger, line, IsRepair: false)));
                }
            }

            if (ledger.Repair is { } repair && repair.When == happened.Kind)
            {
                parts.Add((RepairDay(ledger, repair, happened), new FoldPart(ledger, null, IsRepair: true)));
            }

            if (ledger.Reverse is { FromReversal: true } reverse && reverse.When == happened.Kind)
            {
                parts.Add((happened.On, new FoldPart(ledger, null, IsRepair: false)));
            }
        }

        return parts.TrueForAll(part => part.Day == happened.On)
            ? [new FoldAction(happened.On, happened, parts.ConvertAll(part => part.Part))]
            : [.. parts.Select(part => part.Day).Append(happened.On).Distinct().Select(day =>
                new FoldAction(day, happened, [.. parts.Where(part => part.Day == day).Select(part => part.Part)]))];
    }

    private void Undo(PolicyEvent happened)
    {
        if (happened.RecordedOn > _known)
        {
            return;
        }

        foreach (var ledger in _timeline.For(happened).Definitions)
        {
            if (ledger.Reverse is { FromReversal: false } reverse && reverse.When == happened.Kind)
            {
                (_undone ??= []).Add((ledger.Name, happened.Get(reverse.Names).Text));
            }
        }
    }

    private static DateOnly Day(LedgerDefinition ledger, PostLine line, PolicyEvent happened)
    {
        var on = line.On is null ? happened.On : Date(happened, line.On);
        return !ledger.Window.Reopens && ledger.Window.PeriodEnd(on, on) <= happened.RecordedOn ? happened.RecordedOn : on;
    }

    // What is given back for a closed period counts on its last day, once it is known.
    private DateOnly RepairDay(LedgerDefinition ledger, RepairRule repair, PolicyEvent happened)
    {
        if (repair.Names is null || ledger.Window.Kind != WindowKind.Calendar || !ledger.Window.Reopens)
        {
            return happened.On;
        }

        var named = happened.Get(repair.Names).Text;
        var entry = _history.Events.FirstOrDefault(other => string.Equals(other.Id, named, StringComparison.Ordinal));
        if (entry is null)
        {
            return happened.On;
        }

        var line = ledger.Posts.FirstOrDefault(one => one.When.Contains(entry.Kind, StringComparer.Ordinal));
        var last = ledger.Window.PeriodEnd(line?.On is { } field ? Date(entry, field) : entry.On, default).AddDays(-1);
        return last < happened.On ? last : happened.On;
    }

    private static DateOnly Date(PolicyEvent happened, string field) => happened.Get(field) is { Kind: FactKind.Date } date
        ? date.Date
        : throw new RuleEvaluationException("SUP5255", happened.Id, field);
}
