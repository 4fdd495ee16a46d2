namespace Supervision.Rules.Feel.Tree;

/// <summary>A function written in an expression: <c>function(a: number, b) a + b</c>.</summary>
internal sealed class FunctionNode(FeelPlace place, IReadOnlyList<FeelParameter> parameters, FeelNode body, FeelType? result = null)
    : FeelNode(place, FeelType.FunctionOf([.. parameters.Select(parameter => parameter.Type)], result ?? body.Type))
{
    public IReadOnlyList<FeelParameter> Parameters => parameters;

    public FeelNode Body => body;

    /// <summary>The declared type of the result, or null.</summary>
    public FeelType? Result => result;

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame) => FeelValue.Of(new WrittenFunction(this, frame, run.Roots));
}
