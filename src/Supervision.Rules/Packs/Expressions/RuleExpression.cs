using Supervision.Rules.Facts;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Packs.Expressions;

/// <summary>An expression of a pack, read and checked once. Immutable; thread-safe.</summary>
internal sealed class RuleExpression
{
    private readonly FeelNode _node;
    private readonly Fact _constant;

    public RuleExpression(string text, FeelNode node, IReadOnlyList<decimal>? numbers, IReadOnlyList<string> names, string path)
    {
        (Text, _node, Numbers, Names, Path) = (text, node, numbers, names, path);
        Type = FactValues.TypeOf(node.Type);
        _constant = node is ConstantNode constant ? FactValues.Of(constant.Value) : default;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>What it gives.</summary>
    public FactType Type { get; }

    /// <summary>Every number it can ever be, for checks at load; null when that depends on the case.</summary>
    public IReadOnlyList<decimal>? Numbers { get; }

    /// <summary>The names it reads: <c>event.code</c>, <c>前次</c>, <c>监管积分.active</c>, and parameters.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where it stands in the pack, such as <c>ledgers.监管积分.post[0].points</c>.</summary>
    private string Path { get; }

    public static RuleExpression Of(decimal number) => new(Invariant.Text(number), Constant(FeelValue.Of(number)), [number], [], "");

    public static RuleExpression Of(bool truth) => new(truth ? "true" : "false", Constant(FeelValue.Of(truth)), null, [], "");

    /// <summary>Stands in for an expression that could not be read; its pack is refused.</summary>
    public static RuleExpression Unread { get; } = new("", new FailingNode(default, "SUP5250"), null, [], "");

    /// <summary>The value on the scope's day.</summary>
    /// <exception cref="RuleEvaluationException">It has none.</exception>
    public Fact Evaluate(RuleScope scope)
    {
        if (_constant.Kind != FactKind.Absent)
        {
            return _constant;
        }

        var fact = FactValues.Of(Value(scope));
        return fact.Kind != FactKind.Absent ? fact : throw NoValue(scope);
    }

    public decimal Number(RuleScope scope)
    {
        if (_constant.Kind == FactKind.Number)
        {
            return _constant.Number;
        }

        var value = Value(scope);
        return value.IsNumber ? value.Number : throw NoValue(scope);
    }

    public bool Truth(RuleScope scope)
    {
        var value = Value(scope);
        return value.Kind == FeelKind.Boolean ? value.IsTrue : throw NoValue(scope);
    }

    /// <summary>The value as a period: whole months or whole days.</summary>
    public Period Period(RuleScope scope)
    {
        var value = Value(scope);
        return value.Kind switch
        {
            FeelKind.YearMonthDuration when value.Number is >= 0 and <= 120_000 => new Period((int)value.Number, 0),
            FeelKind.DayTimeDuration when value.Number is >= 0 and <= 315_360_000_000 && value.Number % FeelTime.SecondsOfDay == 0 =>
                new Period(0, (int)(value.Number / FeelTime.SecondsOfDay)),
            _ => throw NoValue(scope),
        };
    }

    private FeelValue Value(RuleScope scope)
    {
        var run = scope.Run;
        try
        {
            run.Enter(_node, _node.Height);
            return _node.Evaluate(run, null);
        }
        catch (FeelException exception)
        {
            throw new RuleEvaluationException(exception, Path);
        }
    }

    private RuleEvaluationException NoValue(RuleScope scope) => new("SUP5250", Text, Invariant.Text(scope.On));

    private static ConstantNode Constant(FeelValue value) => new(default, value);
}
