using Supervision.Decisions;
using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;
using Supervision.Rules.Risk;

namespace Supervision.Rules.Testing;

/// <summary>What a pack makes of one example, by the names of the pack.</summary>
internal sealed class ExampleOutcome(RulePack pack, PackExample example)
{
    private PackOutcome? _outcome;

    private PackOutcome Outcome => _outcome ??= Evaluate(example.History, example.AsOf, example.Known);

    /// <summary>The results issued in the example that what was recorded later has changed.</summary>
    public IEnumerable<ResultChange> Changes => ResultChanges.Of(_ => (pack, Evaluate), example.History, example.Known);

    /// <summary>Why it came out so: the row of the class, or the decisions and ledgers of the pack.</summary>
    public Explanation Explain()
    {
        if (example.Input is not { } input)
        {
            return PolicyDecisions.Of(pack, Outcome, example.History.SubjectId, example.Known).Explanation;
        }

        return new CompiledRiskPolicy(pack).Assess(input, example.AsOf).Explanation;
    }

    /// <summary>"监管积分" (active), "监管积分.steps", "等级", "等级.output", "权重[A]", "minPerCell"; null when unknown.</summary>
    public string? Get(string name) => Ledger(name) ?? Decision(name) ?? Output(name) ?? Gathered(name) ?? Parameter(name);

    private PackOutcome Evaluate(SubjectHistory history, DateOnly asOf, DateOnly known) =>
        PackEvaluation.Of(pack, LedgerRun.Read(history, pack.Timeline, asOf, known), asOf, example.Used);

    private string? Ledger(string name)
    {
        var dot = name.LastIndexOf('.');
        var reading = dot < 0 ? 0 : LedgerReading.Names.ToList().IndexOf(name[(dot + 1)..]);
        var ledger = pack.Ledgers.IndexOf(dot < 0 ? name : name[..dot]);
        return ledger < 0 || reading < 0 ? null : Invariant.Text(Outcome.Readings.Ledgers[ledger][reading]);
    }

    private string? Decision(string name)
    {
        foreach (var decision in pack.Decisions.Values)
        {
            if (string.Equals(name, $"{decision.Name}.pending", StringComparison.Ordinal))
            {
                return Outcome.Result(decision).Pending.ToString();
            }

            if (string.Equals(name, $"{decision.Name}.changed", StringComparison.Ordinal))
            {
                return $"[{string.Join(", ", Changes.Where(change => string.Equals(change.Decision, decision.Name, StringComparison.Ordinal)))}]";
            }

            for (var at = 0; at < decision.Outputs.Count; at++)
            {
                if (string.Equals(name, $"{decision.Name}.{decision.Outputs[at].Name}", StringComparison.Ordinal)
                    || string.Equals(name, decision.NameOf(at), StringComparison.Ordinal))
                {
                    return example.Input is null ? Outcome.Result(decision).Value(at).ToString() : Risk(decision, at);
                }
            }
        }

        return null;
    }

    private string Risk(PackDecision decision, int output) =>
        new BoundTable<Supervision.Risk.RiskInput>(((TableDecision)decision).Table, RiskFacts.Find).Decide(example.Input!).Values[output].ToString();

    // "频次", or a part of it, "频次.least".
    private string? Output(string name)
    {
        var dot = name.LastIndexOf('.');
        var output = pack.Outputs.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal))
            ?? pack.Outputs.FirstOrDefault(one => dot > 0 && string.Equals(one.Name, name[..dot], StringComparison.Ordinal));
        if (output is null)
        {
            return null;
        }

        var value = output.For(Outcome.Value(output.Of));
        return string.Equals(output.Name, name, StringComparison.Ordinal) ? value.ToString() : value[name[(dot + 1)..]].ToString();
    }

    private string? Gathered(string name) => pack.Ledgers.Gathers.ContainsKey(name) ? Outcome.Value(name).ToString() : null;

    private string? Parameter(string name)
    {
        var bracket = name.IndexOf('[');
        var key = bracket > 0 && name[^1] == ']' ? name[(bracket + 1)..^1] : "";
        return pack.Parameters.TryGetValue(key.Length > 0 ? name[..bracket] : name, out var parameter)
            ? Invariant.Text(parameter.Get(example.AsOf, key).Number)
            : null;
    }
}
