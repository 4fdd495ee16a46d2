using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>
/// Folds one history. Within a day: what ends, ends first (steps, then entries); then a size that has changed is
/// tested; then events in order, each with its posts from the top, and after each post its <c>full</c>; then levels.
/// </summary>
internal sealed class LedgerFold
{
    private readonly LedgerSet _set;
    private readonly LedgerState[] _states;
    private readonly PriorityQueue<LedgerEntry, (DateOnly Until, bool IsEntry, int Order)> _ends = new();
    private readonly List<LedgerLine> _lines;
    private int _posted;
    private int _sizeChange;

    public LedgerFold(LedgerSet set)
    {
        _set = set;
        _states = [.. set.Definitions.Select(definition => new LedgerState(definition))];
        _lines = [.. set.OpeningLines];
    }

    /// <summary>Folds events that are already in order, none after the as-of day.</summary>
    public LedgerReadings Run(IReadOnlyList<CreditEvent> events, DateOnly asOf)
    {
        foreach (var happened in events)
        {
            Advance(happened.OccurredOn);
            Apply(happened);
        }

        Advance(asOf);
        foreach (var state in _states)
        {
            if (state.Definition.Full is { Mode: FullMode.Level } full)
            {
                Level(state, full, asOf);
            }
        }

        return new LedgerReadings([.. _states.Select(state => state.Reading)], _lines);
    }

    private void Advance(DateOnly to)
    {
        while (true)
        {
            var end = _ends.TryPeek(out _, out var next) ? next.Until : DateOnly.MaxValue;
            var change = _sizeChange < _set.SizeChanges.Count ? _set.SizeChanges[_sizeChange] : DateOnly.MaxValue;
            var day = end <= change ? end : change;
            if (day > to || day == DateOnly.MaxValue)
            {
                return;
            }

            if (end <= change)
            {
                End(_ends.Dequeue(), end);
                continue;
            }

            _sizeChange++;
            foreach (var state in _states)
            {
                TakeSteps(state, change, state.Definition.Full?.Size.Parameter?.Name ?? "");
            }
        }
    }

    private void End(LedgerEntry entry, DateOnly on)
    {
        if (entry.StepOf is { } full)
        {
            full.Steps--;
        }

        var ledger = entry.Ledger;
        ledger.Entries.Remove(entry);
        ledger.Unused -= entry.Unused;
        if (entry.Left != 0)
        {
            ledger.Active -= entry.Left;
            Write(on, ledger, LedgerLineKind.Expired, -entry.Left, entry.Cause, null, null);
        }
    }

    private void Apply(CreditEvent happened)
    {
        foreach (var state in _states)
        {
            foreach (var rule in state.Definition.Posts)
            {
                if (rule.When == happened.Kind)
                {
                    Post(state, rule, happened);
                }
            }

            if (state.Definition.Repair is { } repair && repair.When == happened.Kind)
            {
                Repair(state, repair, happened);
            }
        }
    }

    private void Post(LedgerState state, PostRule rule, CreditEvent happened)
    {
        foreach (var fault in rule.EachFault ? happened.Faults : [null!])
        {
            var (points, basis) = rule.Points.On(happened.OccurredOn, fault);
            var until = state.Definition.Window?.After(happened.OccurredOn);
            Add(new LedgerEntry(state, null, happened.OccurredOn, points, happened.Id), until);
            Write(happened.OccurredOn, state, LedgerLineKind.Posted, points, happened.Id, fault?.Code, basis);
            TakeSteps(state, happened.OccurredOn, happened.Id);
        }
    }

    private void Add(LedgerEntry entry, DateOnly? until)
    {
        entry.Ledger.Active += entry.Left;
        entry.Ledger.Unused += entry.Unused;
        entry.Ledger.Entries.Add(entry);
        if (until is { } end)
        {
            _ends.Enqueue(entry, (end, entry.StepOf is null, _posted++));
        }
    }

    private void TakeSteps(LedgerState state, DateOnly on, string cause)
    {
        if (state.Definition.Full is not { Mode: FullMode.Ratchet } full || state.Unused <= 0)
        {
            return;
        }

        var size = full.Size.On(on).Number;
        while (full.IsReached(state.Unused, size))
        {
            Use(state, size);
            state.Steps++;
            state.Reached++;
            var target = _states[_set.IndexOf(full.On)];
            var (points, basis) = full.Points.On(on);
            Add(new LedgerEntry(target, state, on, points, cause), full.Lasts.After(on));
            Write(on, target, LedgerLineKind.StepTaken, points, cause, null, basis);
            TakeSteps(target, on, cause);
        }
    }

    private static void Use(LedgerState state, decimal points)
    {
        state.Unused -= points;
        foreach (var entry in state.Entries)
        {
            var taken = Math.Min(entry.Unused, points);
            entry.Unused -= taken;
            points -= taken;
            if (points == 0)
            {
                return;
            }
        }
    }

    /// <summary>Unused points go first, then used ones; a step that was taken stays.</summary>
    private void Repair(LedgerState state, RepairRule rule, CreditEvent happened)
    {
        var asked = Asked(happened);
        var left = asked;
        foreach (var fromUnused in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var entry in state.Entries)
            {
                if (left == 0 || entry.StepOf is not null || (rule.NotAfter is { } limit && happened.OccurredOn > limit.After(entry.Date)))
                {
                    continue;
                }

                var given = Math.Min(fromUnused ? entry.Unused : entry.Left, left);
                entry.Left -= given;
                left -= given;
                if (fromUnused)
                {
                    entry.Unused -= given;
                    state.Unused -= given;
                }
            }
        }

        state.Active -= asked - left;
        Write(happened.OccurredOn, state, LedgerLineKind.Repaired, left - asked, happened.Id, null, null);
    }

    private decimal Asked(CreditEvent happened) => happened.Points switch
    {
        null or < 0 => throw new ArgumentException($"Event {happened.Id}: a repair has 0 points or more."),
        { } points when decimal.Round(points, _set.Scale) != points => throw new RuleEvaluationException(
            "SUP5053", happened.Id, Invariant.Text(points), Invariant.Text(_set.Scale)),
        { } points => points,
    };

    private void Level(LedgerState state, FullRule full, DateOnly asOf)
    {
        var size = full.Size.On(asOf).Number;
        while (full.IsReached(state.Active - (state.Steps * size), size))
        {
            state.Steps++;
        }

        state.Reached = state.Steps;
        state.Unused = state.Active - (state.Steps * size);
        if (state.Steps == 0)
        {
            return;
        }

        var target = _states[_set.IndexOf(full.On)];
        var (points, basis) = full.Points.On(asOf);
        target.Active += state.Steps * points;
        Write(asOf, target, LedgerLineKind.StepTaken, state.Steps * points, state.Definition.Name, null, basis);
    }

    private void Write(
        DateOnly on, LedgerState ledger, LedgerLineKind kind, decimal points, string cause, string? code, LegalBasis? basis) =>
        _lines.Add(new LedgerLine(on, ledger.Definition.Name, kind, points, cause, code, basis));
}
