using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;

namespace Supervision.Rules.Decisions;

/// <summary>One decision of a pack, in any of its forms. Immutable; thread-safe.</summary>
/// <param name="name">Name in the pack.</param>
/// <param name="outputs">What it gives, at least one; a single output bears the decision's name.</param>
internal abstract class PackDecision(string name, IReadOnlyList<(string Name, FactType Type)> outputs)
{
    private readonly string[] _names = [.. outputs.Select(output => outputs.Count == 1 ? name : $"{name}.{output.Name}")];

    public string Name { get; } = name;

    public IReadOnlyList<(string Name, FactType Type)> Outputs { get; } = outputs;

    /// <summary>Decides about the case; a case without a row is a result too.</summary>
    public abstract DecisionResult Decide(CaseScope scope);

    /// <summary>The name under which later parts of the pack see an output.</summary>
    public string NameOf(int output) => _names[output];
}
