using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>The values of a model's elements in one evaluation: each is found once, after what it requires. Not thread-safe.</summary>
internal sealed class DmnSession(FeelRun run)
{
    // What one step down the requirements needs of the stack, in nodes.
    private const int NodesOfARequirement = 6;

    private readonly Dictionary<DmnElement, FeelValue> _values = [];

    public void Give(DmnElement element, FeelValue value) => _values[element] = Fitting(element, value);

    public FeelValue Value(DmnElement element)
    {
        if (_values.TryGetValue(element, out var known))
        {
            return known;
        }

        var value = element.Kind switch
        {
            "inputData" => default,
            "decisionService" => FeelValue.Of(new ServiceFunction(element)),
            _ => Evaluated(element),
        };
        return _values[element] = value;
    }

    /// <summary>The output of a service, with what this session was given.</summary>
    public FeelValue Service(DmnElement service)
    {
        foreach (var input in service.Inputs)
        {
            _values.TryAdd(input, default);
        }

        if (service.Outputs is [var only])
        {
            return Value(only);
        }

        var context = new FeelContext.Builder();
        foreach (var output in service.Outputs)
        {
            context.Set(output.Name, Value(output));
        }

        return context.Build();
    }

    private FeelValue Evaluated(DmnElement element)
    {
        var node = element.Node!;
        run.Enter(node, NodesOfARequirement);
        var roots = new FeelValue[element.Slots.Count];
        var before = run.Roots;
        for (var at = 0; at < roots.Length; at++)
        {
            // A function that calls itself finds itself there when it runs.
            roots[at] = element.Slots[at].Elements is [var self] && ReferenceEquals(self, element) ? default : Slot(element.Slots[at]);
        }

        run.Roots = roots;
        run.Enter(node, node.Height);
        var value = node.Evaluate(run, null);
        run.Leave(node.Height + NodesOfARequirement);
        run.Roots = before;
        for (var at = 0; at < roots.Length; at++)
        {
            roots[at] = element.Slots[at].Elements is [var self] && ReferenceEquals(self, element) ? value : roots[at];
        }

        return element.Kind == "decision" ? Fitting(element, value) : value;
    }

    private FeelValue Slot(DmnSlot slot)
    {
        if (!slot.IsImport)
        {
            return Value(slot.Elements[0]);
        }

        var context = new FeelContext.Builder();
        foreach (var element in slot.Elements)
        {
            context.Set(element.Name, Value(element));
        }

        return context.Build();
    }

    private FeelValue Fitting(DmnElement element, FeelValue value)
    {
        if (DmnCoercion.TryTo(run, element.Type, value, out var fitting))
        {
            return fitting;
        }

        var place = new FailingNode(new FeelPlace(DmnXml.Source(element.File.Name, element.Xml) with { Text = "" }, 0), "SUP5149");
        return run.Null(place, "SUP5149", element.Type.Name, FeelDescription.Of(value));
    }
}
