using Supervision.Credit;
using Supervision.Rules.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Testing;

/// <summary>What a pack makes of one example, by the names of the pack.</summary>
internal sealed class ExampleOutcome(RulePack pack, PackExample example)
{
    private LedgerReadings? _readings;

    private LedgerReadings Readings => _readings ??=
        pack.Ledgers.Read(new CreditHistory(ExampleReader.Subject, example.Events), example.AsOf);

    /// <summary>"监管积分" (active), "监管积分.steps", "等级", "等级.output", "权重[A]", "minPerCell"; null when unknown.</summary>
    public string? Get(string name) => Ledger(name) ?? Decision(name) ?? Parameter(name);

    private string? Ledger(string name)
    {
        var dot = name.LastIndexOf('.');
        var reading = dot < 0 ? 0 : LedgerReading.Names.ToList().IndexOf(name[(dot + 1)..]);
        var ledger = pack.Ledgers.IndexOf(dot < 0 ? name : name[..dot]);
        return ledger < 0 || reading < 0 ? null : Invariant.Text(Readings.Ledgers[ledger][reading]);
    }

    private string? Decision(string name)
    {
        foreach (var table in pack.Decisions.Values)
        {
            for (var at = 0; at < table.Outputs.Count; at++)
            {
                if (string.Equals(name, $"{table.Name}.{table.Outputs[at].Name}", StringComparison.Ordinal)
                    || (table.Outputs.Count == 1 && string.Equals(name, table.Name, StringComparison.Ordinal)))
                {
                    return Decide(table).Values[at].ToString();
                }
            }
        }

        return null;
    }

    private DecisionRow Decide(DecisionTable table) => example.Input is { } input
        ? new BoundTable<Supervision.Risk.RiskInput>(table, RiskFacts.Find).Decide(input)
        : new BoundTable<LedgerReadings>(table, name => LedgerFacts.Find(pack.Ledgers, name)).Decide(Readings);

    private string? Parameter(string name)
    {
        var bracket = name.IndexOf('[');
        var key = bracket > 0 && name[^1] == ']' ? name[(bracket + 1)..^1] : "";
        return pack.Parameters.TryGetValue(key.Length > 0 ? name[..bracket] : name, out var parameter)
            ? Invariant.Text(parameter.Get(example.AsOf, key).Number)
            : null;
    }
}
