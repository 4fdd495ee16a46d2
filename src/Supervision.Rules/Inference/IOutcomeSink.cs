using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Rules.Inference;

/// <summary>Takes what the rules of one session propose. Used by one thread, during the run that it was given to.</summary>
public interface IOutcomeSink
{
    /// <summary>Notes a fault. Proposing the same twice is the same as once.</summary>
    /// <param name="rule">Name of the rule. Not empty.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="because">Why, down to the facts.</param>
    void Propose(string rule, CreditFault fault, Explanation because);
}
