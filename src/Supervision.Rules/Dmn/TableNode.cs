using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Functions;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>A decision table. All rows that match are found, so that the trace names them, and UNIQUE is checked and not believed.</summary>
internal sealed class TableNode(
    FeelPlace place, string name, DmnHitPolicy policy, string aggregation, TableNode.Input[] inputs, TableNode.Output[] outputs, TableNode.Rule[] rules)
    : FeelNode(place, FeelType.Any, [.. inputs.Select(input => input.Expression), .. rules.SelectMany(rule => rule.Nodes), .. outputs.Select(output => output.Default).OfType<FeelNode>()])
{
    private readonly TableRows _rows = new(rules, inputs.Length);

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        run.Charge(this, rules.Length * (inputs.Length + 1));
        var values = new FeelValue[inputs.Length];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = inputs[at].Expression.Evaluate(run, frame);
            if (inputs[at].Allowed is { } allowed && !allowed.Passes(run, values[at], frame))
            {
                return run.Null(inputs[at].Expression, "SUP5149", allowed.Text, FeelDescription.Of(values[at]));
            }
        }

        var rows = _rows.Matching(run, frame, values);
        run.Tables?.Add(new DmnTableTrace(name, [.. rows.Select(row => row + 1)]));
        return rows.Count == 0 ? NoRow(run, frame, values) : Decide(run, frame, rows);
    }

    /// <summary>What the table gets wrong as a whole.</summary>
    public IEnumerable<DmnFinding> Findings() => _rows.Findings(
        name, policy, inputs,
        hasGaps: !Array.Exists(outputs, output => output.Default is not null)
            && (policy is DmnHitPolicy.Unique or DmnHitPolicy.Any or DmnHitPolicy.First or DmnHitPolicy.Priority || (policy == DmnHitPolicy.Collect && aggregation is not ("" or "COUNT"))));

    private FeelValue NoRow(FeelRun run, FeelFrame? frame, FeelValue[] values)
    {
        if (Array.Exists(outputs, output => output.Default is not null))
        {
            var given = One(Array.ConvertAll(outputs, output => output.Default?.Evaluate(run, frame) ?? default));
            return policy is DmnHitPolicy.RuleOrder or DmnHitPolicy.OutputOrder || (policy == DmnHitPolicy.Collect && aggregation.Length == 0)
                ? run.List(this, [given])
                : given;
        }

        return (policy, aggregation) switch
        {
            (DmnHitPolicy.Collect, "") => FeelValue.EmptyList,
            (DmnHitPolicy.Collect, "COUNT") => FeelValue.Of(0m),
            _ => run.Null(this, "SUP5148", name, string.Join(", ", values.Select(FeelDescription.Of))),
        };
    }

    private FeelValue Decide(FeelRun run, FeelFrame? frame, List<int> rows)
    {
        if (policy == DmnHitPolicy.First)
        {
            return One(Outputs(run, frame, rows[0]));
        }

        if (policy == DmnHitPolicy.Unique && rows.Count > 1)
        {
            return run.Null(this, "SUP5146", name, string.Join(", ", rows.Select(row => FeelText.Of(row + 1))));
        }

        var results = rows.ConvertAll(row => Outputs(run, frame, row));
        switch (policy)
        {
            case DmnHitPolicy.Unique:
                return One(results[0]);
            case DmnHitPolicy.Any:
                return results.TrueForAll(result => result.Zip(results[0]).All(pair => FeelOrder.AreEqual(pair.First, pair.Second) is true))
                    ? One(results[0])
                    : run.Null(this, "SUP5147", name, string.Join(", ", rows.Select(row => FeelText.Of(row + 1))));
            case DmnHitPolicy.Priority:
                return One(results.OrderBy(Rank, Comparer<int[]>.Create(CompareRanks)).First());
            case DmnHitPolicy.OutputOrder:
                return run.List(this, [.. results.OrderBy(Rank, Comparer<int[]>.Create(CompareRanks)).Select(One)]);
            case DmnHitPolicy.RuleOrder:
                return run.List(this, [.. results.Select(One)]);
            default:
                return Collected(run, run.List(this, [.. results.Select(One)]));
        }
    }

    private FeelValue Collected(FeelRun run, FeelValue list) => aggregation.Length == 0
        ? list
        : BuiltIns.Find(aggregation.ToLowerInvariant())!.Call(run, this, [list]);

    private static FeelValue[] Outputs(FeelRun run, FeelFrame? frame, Rule rule, Output[] outputs)
    {
        var values = new FeelValue[outputs.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var value = rule.Outputs[at].Evaluate(run, frame);
            values[at] = DmnCoercion.TryTo(run, outputs[at].Type, value, out var fitting)
                ? fitting
                : run.Null(rule.Outputs[at], "SUP5149", outputs[at].Type.Name, FeelDescription.Of(value));
        }

        return values;
    }

    private FeelValue[] Outputs(FeelRun run, FeelFrame? frame, int row) => Outputs(run, frame, rules[row], outputs);

    private FeelValue One(FeelValue[] values)
    {
        if (outputs.Length == 1)
        {
            return values[0];
        }

        var context = new FeelContext.Builder();
        for (var at = 0; at < values.Length; at++)
        {
            context.Set(outputs[at].Name, values[at]);
        }

        return context.Build();
    }

    // The place of each output among the values of its column, best first; a value that is not listed comes last.
    private int[] Rank(FeelValue[] result) =>
    [
        .. outputs.Index().Select(output =>
            Array.FindIndex(output.Item.Values, value => FeelOrder.AreEqual(value, result[output.Index]) is true) is >= 0 and var at ? at : int.MaxValue),
    ];

    private static int CompareRanks(int[]? left, int[]? right) =>
        left!.Zip(right!).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0);

    /// <param name="Name">The input as the table calls it.</param>
    /// <param name="Expression">Its value.</param>
    /// <param name="Allowed">The values that may occur, or null.</param>
    internal sealed record Input(string Name, FeelNode Expression, FeelUnaryTests? Allowed);

    internal sealed record Output(string Name, FeelType Type, FeelValue[] Values, FeelNode? Default);

    internal sealed record Rule(FeelNode[] Tests, FeelNode[] Outputs)
    {
        public IEnumerable<FeelNode> Nodes => Tests.Concat(Outputs);
    }
}
