namespace Supervision.Rules.Feel.Tree;

/// <summary>A function of an expression together with the names that it sees.</summary>
internal sealed class WrittenFunction(FunctionNode node, FeelFrame? frame, FeelValue[] roots) : FeelFunction
{
    public override IReadOnlyList<FeelParameter> Parameters => node.Parameters;

    public override FeelValue Call(FeelRun run, FeelNode at, FeelValue[] arguments)
    {
        if (arguments.Length != Parameters.Count)
        {
            return run.Null(at, "SUP5107", ToString(), FeelText.Of(arguments.Length));
        }

        for (var place = 0; place < arguments.Length; place++)
        {
            if (!FeelCoercion.TryTo(Parameters[place].Type, arguments[place], out var value))
            {
                return run.Null(at, "SUP5124", ToString(), Parameters[place].Name, FeelDescription.Of(arguments[place]));
            }

            arguments[place] = value;
        }

        run.Charge(at, 1);
        run.Enter(at, node.Body.Height + 1);
        var before = run.Roots;
        run.Roots = roots;
        try
        {
            var result = node.Body.Evaluate(run, new FeelFrame(arguments, frame));
            return node.Result is not { } type || FeelCoercion.TryTo(type, result, out result)
                ? result
                : run.Null(at, "SUP5111", type.Name, FeelDescription.Of(result));
        }
        finally
        {
            run.Roots = before;
            run.Leave(node.Body.Height + 1);
        }
    }

    public override bool Is(FeelType type) => node.Type.Conforms(type);

    public override string ToString() => $"function({string.Join(", ", Parameters.Select(parameter => parameter.Name))})";
}
