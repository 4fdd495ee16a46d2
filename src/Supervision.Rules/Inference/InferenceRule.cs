using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Rules.Inference;

/// <summary>
/// A rule of the built-in engine, written in C#. It sees all facts at once and may say two things: a further fact follows, or
/// a fault is proposed. Stateless and thread-safe.
/// </summary>
/// <param name="name">Name, unique in its rule set; it stands in proposals. Not empty.</param>
public abstract class InferenceRule(string name)
{
    /// <summary>Name, unique in its rule set.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Facts that follow. Called until nothing new follows; must not conclude from the absence of a fact, which a later round
    /// may add. Nothing by default.
    /// </summary>
    public virtual IEnumerable<object> Conclude(InferenceFacts facts) => [];

    /// <summary>Faults to propose. Called once, with all facts; absence counts here. Nothing by default.</summary>
    public virtual IEnumerable<(CreditFault Fault, Explanation Because)> Propose(InferenceFacts facts) => [];
}
