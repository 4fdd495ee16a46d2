using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs.Expressions;

/// <summary>Reads the expressions of a pack where they stand: FEEL in strict mode. An error is reported at the sign that is wrong.</summary>
internal sealed class ExpressionReader(PackReader reader, IReadOnlyDictionary<string, Parameter> parameters)
{
    public PackReader Reader => reader;

    public IReadOnlyDictionary<string, Parameter> Parameters => parameters;

    /// <summary>A number: a literal, or an expression over the names.</summary>
    public RuleExpression Number(PackNode? node, KnownNames names)
    {
        if (node is not PackScalar scalar || (!scalar.IsQuoted && PackReader.TryExact(scalar.Text, int.MaxValue, out _)))
        {
            return RuleExpression.Of(reader.Number(node));
        }

        return Of(scalar, names, FeelType.Number);
    }

    /// <summary>True or false.</summary>
    public RuleExpression Truth(PackNode? node, KnownNames names) =>
        node is PackScalar scalar ? Of(scalar, names, FeelType.Boolean) : NotAScalar(node);

    /// <summary>Anything that has one value.</summary>
    public RuleExpression Any(PackNode? node, KnownNames names) =>
        node is PackScalar scalar ? Of(scalar, names, FeelType.Any) : NotAScalar(node);

    /// <summary>A period: <c>P1Y</c>, or an expression that gives a duration, <c>有效期(event.code)</c>.</summary>
    public PeriodExpression Period(PackNode? node, KnownNames names)
    {
        if (node is not PackScalar scalar || Packs.Period.TryParse(scalar.Text, out _) || LooksLikePeriod(scalar.Text))
        {
            return new PeriodExpression(reader.Period(node), null);
        }

        var read = Of(scalar, names, FeelType.Any, isPeriod: true);
        return new PeriodExpression(default, read);
    }

    private static bool LooksLikePeriod(string text) => text.Length > 1 && text[0] == 'P' && char.IsAsciiDigit(text[1]);

    private RuleExpression Of(PackScalar scalar, KnownNames names, FeelType wanted, bool isPeriod = false)
    {
        var column = scalar.Column + (scalar.IsQuoted ? 1 : 0);
        var source = new FeelSource(scalar.Text, reader.Errors.File, scalar.Line, column);
        try
        {
            var node = new FeelParser(source, names.Scope(parameters), FeelMode.Strict, PackRun.Limits).ParseExpression();
            var used = ExpressionChecks.Run(node, reader.Scale);
            var type = node.Type;
            if (isPeriod ? type.Kind is not (null or FeelKind.YearMonthDuration or FeelKind.DayTimeDuration) : !type.CanBe(wanted))
            {
                throw new FeelException(source.Error(0, "SUP5010", isPeriod ? FeelType.YearMonthDuration.Name : wanted.Name, type.Name));
            }

            return new RuleExpression(scalar.Text, node, ExpressionChecks.Numbers(node), used, scalar.Path);
        }
        catch (FeelException problem)
        {
            var error = problem.Errors[0];
            var isItem = error is { Code: "SUP5101", Message.Arguments: ["item", ..] };
            var isStart = isItem || (error.Line == scalar.Line && error.Column == column);
            reader.Errors.Add(
                isStart ? scalar.Line : error.Line, isStart ? scalar.Column : error.Column, scalar.Path,
                isItem ? "SUP5022" : error.Code, isItem ? [scalar.Text] : [.. error.Message.Arguments]);
            return RuleExpression.Unread;
        }
    }

    private RuleExpression NotAScalar(PackNode? node)
    {
        if (node is not null)
        {
            reader.Errors.Add(node, "SUP5010", "expression", node.Form);
        }

        return RuleExpression.Unread;
    }
}
