using Supervision.Decisions;

namespace Supervision.Rules.Inference;

/// <summary>
/// An inference engine with its rules loaded. <see cref="RuleSetHost"/> is the built-in one; an embedder brings another by
/// this interface, and shows by the public contract suite that it keeps the promises below. Call it by
/// <see cref="InferenceSession.Infer"/>.
/// </summary>
/// <remarks>
/// Thread-safe. A run is a session of one subject: nothing of one run is seen by another, and equal cases give equal
/// outcomes, whatever the order of their facts. Rules have no clock, chance or I/O.
/// </remarks>
public interface IInferenceHost
{
    /// <summary>The rules that run, with the hash of their bytes, so that a proposal can be replayed.</summary>
    PolicyReference RuleSet { get; }

    /// <summary>Runs all rules over a case until nothing new follows.</summary>
    /// <param name="about">The facts.</param>
    /// <param name="sink">Where outcomes go, in any order.</param>
    /// <param name="cancellationToken">Stops between two rules.</param>
    void Run(InferenceCase about, IOutcomeSink sink, CancellationToken cancellationToken);
}
