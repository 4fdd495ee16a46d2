using Supervision.Rules.Decisions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>credit:</c>, <c>risk:</c> or <c>draw:</c>: what the names of the pack mean to the domain.</summary>
internal sealed class BindingReader(
    PackReader reader,
    IReadOnlyDictionary<string, Parameter> parameters,
    IReadOnlyList<LedgerDefinition> ledgers,
    IReadOnlyDictionary<string, PackDecision> decisions)
{
    private const int WholeRatio = 1_000_000;

    public CreditBinding Credit(PackNode node)
    {
        var form = reader.Object(node);
        var binding = new CreditBinding(
            Ledger(form.Required("points")),
            Ledger(form.Required("composite")),
            Output(form.Required("grade"), FactKind.Text, Letter.All),
            Output(form.Required("personLink"), FactKind.Truth, null),
            form.Optional("commitment") is { } commitment ? Output(commitment, FactKind.Truth, null) : null,
            form.Optional("repair") is { } repair ? Points(repair) : null,
            form.Optional("commitmentCheck") is { } check ? Period(check) : null);
        form.Done();
        return binding;
    }

    public RiskBinding Risk(PackNode node)
    {
        var form = reader.Object(node);
        var binding = new RiskBinding(
            Output(form.Required("class"), FactKind.Text, Letter.All, isTable: true), Parameter(form.Required("weight"), Letter.All, 1, int.MaxValue));
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
            Parameter(form.Required("coolDownDays"), [""], 0, int.MaxValue),
            form.Optional("restDays") is { } rest ? Parameter(rest, Letter.All, 0, int.MaxValue) : null);
        form.Done();
        return binding;
    }

    // What a task gives back: points for each kind, finer ones allowed, none at all not.
    private Parameter? Points(PackNode node)
    {
        if (!parameters.TryGetValue(Name(node, parameters.Keys), out var parameter))
        {
            return null;
        }

        ParameterKeys.Check(reader, node, parameter, CreditBinding.Tasks);
        foreach (var number in parameter.Values.SelectMany(value => value.Numbers.Values).Where(number => number <= 0))
        {
            reader.Errors.Add(node, "SUP5160", parameter.Name, Invariant.Text(number));
        }

        return parameter;
    }

    private Parameter? Period(PackNode node)
    {
        if (!parameters.TryGetValue(Name(node, parameters.Keys), out var parameter))
        {
            return null;
        }

        if (parameter.Values.Any(value => !value.Periods.ContainsKey("")))
        {
            reader.Errors.Add(node, "SUP5021", parameter.Name, Invariant.Text(parameter.Values[0].From), "one period, without keys");
        }

        return parameter;
    }

    private int Ledger(PackNode? node)
    {
        var name = Name(node, ledgers.Select(ledger => ledger.Name));
        return Math.Max(0, ledgers.ToList().FindIndex(ledger => string.Equals(ledger.Name, name, StringComparison.Ordinal)));
    }

    /// <summary>"等级", or "等级.level" where the decision has several outputs.</summary>
    private DecisionOutput Output(PackNode? node, FactKind kind, IReadOnlyList<string>? words, bool isTable = false)
    {
        var outputs = decisions.Values.Where(decision => !isTable || decision is TableDecision)
            .SelectMany(decision => decision.Outputs.Select((_, at) => (Name: decision.NameOf(at), Output: new DecisionOutput(decision, at))))
            .ToList();
        var name = Name(node, outputs.Select(output => output.Name));
        var found = outputs.Find(output => string.Equals(output.Name, name, StringComparison.Ordinal)).Output;
        if (found is not null && found.Decision.Outputs[found.Output].Type is var type
            && (type.Kind != kind || (words is not null && !(type.Words ?? ["?"]).All(word => words.Contains(word, StringComparer.Ordinal)))))
        {
            reader.Errors.Add(node!, "SUP5010", words is null ? new FactType(kind).ToString() : $"[{string.Join(", ", words)}]", type.ToString());
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
