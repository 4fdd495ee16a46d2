using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>The timers of the version in force: what starts them, what stops them, what they fire.</summary>
internal sealed class FoldTimers
{
    private readonly FoldState _state;
    private readonly IReadOnlyList<TimerRule> _rules;
    private readonly DateOnly?[] _due;

    public FoldTimers(FoldState state)
    {
        _state = state;
        _rules = state.Timeline.Deciding.Timers;
        _due = [.. _rules.Select(rule => rule.EveryMonths == 0 ? null : (DateOnly?)Boundary(rule, state.Timeline.First.From))];
    }

    /// <summary>The next day on which a timer is due, or null.</summary>
    public DateOnly? Next() => _due.Length == 0 ? null : _due.Min();

    /// <summary>An event of a history starts and stops timers; what a timer fires does neither.</summary>
    public void Notice(PolicyEvent happened)
    {
        for (var at = 0; at < _rules.Count; at++)
        {
            if (_rules[at].Since.Contains(happened.Kind, StringComparer.Ordinal))
            {
                _due[at] = _rules[at].After.After(happened.On);
            }
            else if (_rules[at].Unless.Contains(happened.Kind, StringComparer.Ordinal))
            {
                _due[at] = null;
            }
        }
    }

    /// <summary>The events that are fired on a day, in the order of the pack.</summary>
    public IReadOnlyList<PolicyEvent> Due(DateOnly day)
    {
        if (_due.Length == 0)
        {
            return [];
        }

        var fired = new List<PolicyEvent>();
        for (var at = 0; at < _rules.Count; at++)
        {
            if (_due[at] > day || _due[at] is null)
            {
                continue;
            }

            var rule = _rules[at];
            fired.Add(new PolicyEvent($"{rule.Fire} {Invariant.Text(day)}", rule.Fire, day, at, Fact.Record()));
            _due[at] = rule.EveryMonths > 0 ? Boundary(rule, day) : rule.Repeats ? rule.After.After(day) : null;
        }

        if (fired.Count > 0)
        {
            _state.Touch(day);
        }

        return fired;
    }

    /// <summary>The first day of the calendar period after the one that a day lies in.</summary>
    private static DateOnly Boundary(TimerRule rule, DateOnly day) =>
        new DateOnly(day.Year, ((day.Month - 1) / rule.EveryMonths * rule.EveryMonths) + 1, 1).AddMonths(rule.EveryMonths);
}
