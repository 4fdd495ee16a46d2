using System.Collections;
using System.Text;
using Supervision.Decisions;

namespace Supervision.Lifecycles;

/// <summary>
/// A life-cycle as one static table: state, trigger, state, guards, legal basis. Open to inspection, printable as
/// Mermaid, stateless and thread-safe once built; the entity keeps its own state.
/// </summary>
/// <typeparam name="TState">States.</typeparam>
/// <typeparam name="TTrigger">Triggers.</typeparam>
/// <typeparam name="TContext">What guards look at.</typeparam>
/// <param name="noSuchStep">Code of the refusal for a trigger that the state doesn't allow.</param>
public sealed class Lifecycle<TState, TTrigger, TContext>(string noSuchStep)
    : IEnumerable<Transition<TState, TTrigger, TContext>>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly List<Transition<TState, TTrigger, TContext>> _transitions = [];

    /// <summary>Adds a step; for the collection initialiser of a static table.</summary>
    /// <exception cref="ArgumentException">The table already has a step for this state and trigger.</exception>
    public void Add(TState from, TTrigger trigger, TState to, LegalBasis? basis, params Guard<TContext>[] guards)
    {
        if (Find(from, trigger) is not null)
        {
            throw new ArgumentException($"The life-cycle already has a step for {from} and {trigger}.", nameof(trigger));
        }

        _transitions.Add(new(from, trigger, to, guards, basis));
    }

    /// <summary>The state after a trigger, or the refusal: no such step, or the first guard that doesn't hold.</summary>
    public Outcome<Transition<TState, TTrigger, TContext>> Fire(TState state, TTrigger trigger, TContext context)
    {
        if (Find(state, trigger) is not { } step)
        {
            var allowed = _transitions.Where(t => Same(t.From, state)).Select(t => t.Trigger.ToString());
            var refused = Refusal.Of(noSuchStep, trigger.ToString(), state.ToString(), string.Join(", ", allowed));
            return BasisOf(trigger) is { } basis ? refused.On(basis) : refused;
        }

        foreach (var guard in step.Guards)
        {
            if (guard.Check(context) is { } refusal)
            {
                return refusal.Basis is null && step.Basis is not null ? refusal.On(step.Basis) : refusal;
            }
        }

        return step;
    }

    /// <summary>The table as a Mermaid state diagram, in the order it was written.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var step in _transitions)
        {
            text.Append("    ").Append(step.From).Append(" --> ").Append(step.To).Append(": ").Append(step.Trigger);
            if (step.Guards.Count > 0)
            {
                text.Append(" [").AppendJoin("; ", step.Guards.Select(guard => guard.Name)).Append(']');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public IEnumerator<Transition<TState, TTrigger, TContext>> GetEnumerator() => _transitions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Out of its order, a step still has the provision that gives it its place.
    private LegalBasis? BasisOf(TTrigger trigger) => _transitions
        .Find(t => EqualityComparer<TTrigger>.Default.Equals(t.Trigger, trigger) && t.Basis is not null)?.Basis;

    private static bool Same(TState a, TState b) => EqualityComparer<TState>.Default.Equals(a, b);

    private Transition<TState, TTrigger, TContext>? Find(TState state, TTrigger trigger) =>
        _transitions.Find(t => Same(t.From, state) && EqualityComparer<TTrigger>.Default.Equals(t.Trigger, trigger));
}
