using Supervision.Decisions;

namespace Supervision.Lifecycles;

/// <summary>A named condition on a transition. Its name appears in the printed life-cycle.</summary>
/// <typeparam name="TContext">What the condition looks at: the entity and the facts of the moment.</typeparam>
/// <param name="Name">Short English name, such as "two officers present".</param>
/// <param name="Check">Null when the condition holds, else the refusal.</param>
public sealed record Guard<TContext>(string Name, Func<TContext, Refusal?> Check);
