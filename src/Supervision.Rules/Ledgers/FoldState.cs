using Supervision.Credit;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>Everything that a fold knows: the ledgers, what will end, what has happened, and the lines written.</summary>
internal sealed class FoldState
{
    private readonly Dictionary<string, LedgerState> _byName;
    private readonly List<LedgerState> _ledgers;
    private int _posted;

    public FoldState(SubjectHistory history, PackTimeline timeline)
    {
        (History, Timeline, Set) = (history, timeline, timeline.First);
        _ledgers = [.. Set.Definitions.Select(definition => new LedgerState(definition))];
        _byName = _ledgers.ToDictionary(ledger => ledger.Definition.Name, StringComparer.Ordinal);
    }

    public SubjectHistory History { get; }

    public PackTimeline Timeline { get; }

    /// <summary>The version in force on the day of the fold.</summary>
    public LedgerSet Set { get; set; }

    /// <summary>The last day that was opened.</summary>
    public DateOnly Day { get; set; } = DateOnly.MinValue;

    /// <summary>The last day on which anything happened, so that held entries are looked at on the day after.</summary>
    public DateOnly Touched { get; private set; } = DateOnly.MinValue;

    public IReadOnlyList<LedgerState> Ledgers => _ledgers;

    /// <summary>Events that are over, in the order in which they were folded.</summary>
    public List<PolicyEvent> Past { get; } = [];

    public List<LedgerLine> Lines { get; } = [];

    /// <summary>Entries past their end that a condition keeps.</summary>
    public List<LedgerEntry> Held { get; } = [];

    public PriorityQueue<FoldEnd, (DateOnly Until, bool IsEntry, int Order)> Ends { get; } = new();

    public LedgerState Find(string name)
    {
        if (!_byName.TryGetValue(name, out var state))
        {
            var definition = Timeline.Deciding.Definitions.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal))
                ?? Set.Definitions.First(one => string.Equals(one.Name, name, StringComparison.Ordinal));
            _byName.Add(name, state = new LedgerState(definition));
            _ledgers.Add(state);
        }

        return state;
    }

    public void Touch(DateOnly day) => Touched = day;

    public void Write(LedgerLine line) => Lines.Add(line);

    public void Add(LedgerEntry entry)
    {
        var ledger = entry.Ledger;
        entry.Order = ++_posted;
        ledger.Active += entry.Left;
        ledger.Unused += entry.Unused;
        ledger.Entries.Add(entry);
        if (entry.Step is null)
        {
            ledger.History.Add(entry);
            ledger.FirstOn ??= entry.Date;
            if (entry.Until is { } end)
            {
                Ends.Enqueue(new FoldEnd(entry, null), (end, true, entry.Order));
            }
        }
    }

    public void Add(LedgerStep step, DateOnly until)
    {
        step.Of.Live.Add(step);
        Ends.Enqueue(new FoldEnd(null, step), (until, false, ++_posted));
    }

    /// <summary>Takes an entry out, whatever is left of it; says how much that was.</summary>
    public decimal Remove(LedgerEntry entry)
    {
        var left = entry.Left;
        entry.IsOver = true;
        entry.Ledger.Entries.Remove(entry);
        entry.Ledger.Active -= left;
        entry.Ledger.Unused -= entry.Unused;
        (entry.Left, entry.Unused) = (0, 0);
        return left;
    }

    /// <summary>What the ledger opens with, as far as it depends on the subject on a day.</summary>
    public decimal Start(LedgerState ledger, DateOnly on) =>
        ledger.Definition.Start.Numbers is [var fixedStart] ? fixedStart
        : ledger.Definition.Start.Number(new CaseScope(this, on));

    /// <summary>The ledger on a day, before levels.</summary>
    public LedgerReading Read(LedgerState ledger, DateOnly on)
    {
        var active = Start(ledger, on) + ledger.Active;
        active = ledger.Definition.Clamp is { AtPost: false } clamp ? clamp.Apply(active) : active;
        return new LedgerReading(active, ledger.Unused, ledger.Live.Count, ledger.Reached, ledger.Rung);
    }

    /// <summary>A number on the scale of the pack, or an error: nothing is rounded that the pack did not say.</summary>
    public decimal OnScale(decimal number, string what) => decimal.Round(number, Set.Scale) == number
        ? number
        : throw new RuleEvaluationException("SUP5253", what, Invariant.Text(number), Invariant.Text(Set.Scale));
}
