using Supervision.Rules.Decisions;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>credit:</c>, <c>risk:</c> or <c>draw:</c>: what the names of the pack mean to the domain.</summary>
internal sealed class BindingReader(
    PackReader reader,
    IReadOnlyDictionary<string, Parameter> parameters,
    IReadOnlyList<LedgerDefinition> ledgers,
    IReadOnlyDictionary<string, DecisionTable> decisions)
{
    private const int WholeRatio = 1_000_000;
    private static readonly ColumnType s_letter = ColumnType.OfWords(Letter.All);

    public CreditBinding Credit(PackNode node)
    {
        var form = reader.Object(node);
        var binding = new CreditBinding(
            Ledger(form.Required("points")),
            Ledger(form.Required("composite")),
            Output(form.Required("grade"), s_letter),
            Output(form.Required("personLink"), ColumnType.Boolean));
        form.Done();
        return binding;
    }

    public RiskBinding Risk(PackNode node)
    {
        var form = reader.Object(node);
        var binding = new RiskBinding(
            Output(form.Required("class"), s_letter), Parameter(form.Required("weight"), Letter.All, 1, int.MaxValue));
        form.Done();
        return binding;
    }

    public DrawBinding Draw(PackNode node)
    {
        var form = reader.Object(node);
        var binding = new DrawBinding(
            Parameter(form.Required("ratio"), Letter.All, 0, WholeRatio),
            Parameter(form.Required("weight"), Letter.All, 1, int.MaxValue),
            Parameter(form.Required("minPerCell"), [""], 0, int.MaxValue),
            Parameter(form.Required("coolDownDays"), [""], 0, int.MaxValue));
        form.Done();
        return binding;
    }

    private int Ledger(PackNode? node)
    {
        var name = Name(node, ledgers.Select(ledger => ledger.Name));
        return Math.Max(0, ledgers.ToList().FindIndex(ledger => string.Equals(ledger.Name, name, StringComparison.Ordinal)));
    }

    /// <summary>"等级", or "等级.level" where the decision has several outputs.</summary>
    private DecisionOutput Output(PackNode? node, ColumnType type)
    {
        var outputs = decisions.Values.SelectMany(table => table.Outputs.Select((column, at) =>
            (Name: table.Outputs.Count == 1 ? table.Name : $"{table.Name}.{column.Name}", Output: new DecisionOutput(table, at))))
            .ToList();
        var name = Name(node, outputs.Select(output => output.Name));
        var found = outputs.Find(output => string.Equals(output.Name, name, StringComparison.Ordinal)).Output;
        if (found is not null && !found.Table.Outputs[found.Output].Type.Fits(type))
        {
            reader.Errors.Add(node!, "SUP5010", type.ToString(), found.Table.Outputs[found.Output].Type.ToString());
        }

        return found!;
    }

    private Parameter Parameter(PackNode? node, IReadOnlyList<string> keys, int least, int most)
    {
        var name = Name(node, parameters.Keys);
        if (!parameters.TryGetValue(name, out var parameter))
        {
            return null!;
        }

        ParameterKeys.Check(reader, node!, parameter, keys);
        foreach (var number in parameter.Values.SelectMany(value => value.Numbers.Values))
        {
            if (number != decimal.Truncate(number) || number < least || number > most)
            {
                reader.Errors.Add(
                    node!, "SUP5030", name, Invariant.Text(number), Invariant.Text(least), Invariant.Text(most));
            }
        }

        return parameter;
    }

    private string Name(PackNode? node, IEnumerable<string> known)
    {
        var names = known.ToList();
        var name = node is null ? "" : reader.Text(node);
        if (name.Length > 0 && !names.Contains(name, StringComparer.Ordinal))
        {
            reader.Errors.Add(node!, "SUP5020", name, string.Join(", ", names));
        }

        return name;
    }
}
