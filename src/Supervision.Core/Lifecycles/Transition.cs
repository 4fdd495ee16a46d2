using Supervision.Decisions;

namespace Supervision.Lifecycles;

/// <summary>One lawful step of a life-cycle.</summary>
/// <typeparam name="TState">States.</typeparam>
/// <typeparam name="TTrigger">Triggers.</typeparam>
/// <typeparam name="TContext">What guards look at.</typeparam>
/// <param name="From">State before.</param>
/// <param name="Trigger">What happens.</param>
/// <param name="To">State after.</param>
/// <param name="Guards">Conditions, all of which must hold, tested in order.</param>
/// <param name="Basis">The provision behind the step, or null.</param>
public sealed record Transition<TState, TTrigger, TContext>(
    TState From, TTrigger Trigger, TState To, IReadOnlyList<Guard<TContext>> Guards, LegalBasis? Basis)
    where TState : struct, Enum
    where TTrigger : struct, Enum;
