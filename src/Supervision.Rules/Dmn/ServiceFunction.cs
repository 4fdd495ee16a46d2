using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>A decision service as a function: it sees its arguments and nothing else of the evaluation that calls it.</summary>
internal sealed class ServiceFunction(DmnElement service) : FeelFunction
{
    public override IReadOnlyList<FeelParameter> Parameters { get; } = [.. service.Inputs.Select(input => new FeelParameter(input.Name, input.Type))];

    public override FeelValue Call(FeelRun run, FeelNode at, FeelValue[] arguments)
    {
        if (arguments.Length != Parameters.Count)
        {
            return run.Null(at, "SUP5107", ToString(), FeelText.Of(arguments.Length));
        }

        run.Charge(at, 1);
        run.Enter(at, 10);
        var session = new DmnSession(run);
        for (var place = 0; place < arguments.Length; place++)
        {
            if (!DmnCoercion.TryTo(run, Parameters[place].Type, arguments[place], out var value))
            {
                run.Leave(10);
                return run.Null(at, "SUP5124", service.Name, Parameters[place].Name, FeelDescription.Of(arguments[place]));
            }

            session.Give(service.Inputs[place], value);
        }

        var result = session.Service(service);
        run.Leave(10);
        return result;
    }

    public override bool Is(FeelType type) => FeelType.FunctionOf([.. Parameters.Select(parameter => parameter.Type)], service.Type).Conforms(type);

    public override string ToString() => $"{service.Name}({string.Join(", ", Parameters.Select(parameter => parameter.Name))})";
}
