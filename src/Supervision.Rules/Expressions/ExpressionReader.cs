using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Expressions;

/// <summary>Reads the expressions of a pack where they stand; an error is reported at the sign that is wrong.</summary>
internal sealed class ExpressionReader(PackReader reader, IReadOnlyDictionary<string, Parameter> parameters)
{
    private static readonly RuleExpression s_unread = new("", FactType.Unknown, null, [], _ => default);

    public PackReader Reader => reader;

    public IReadOnlyDictionary<string, Parameter> Parameters => parameters;

    /// <summary>A number: a literal, or an expression over the names.</summary>
    public RuleExpression Number(PackNode? node, KnownNames names)
    {
        if (node is not PackScalar scalar || (!scalar.IsQuoted && PackReader.TryExact(scalar.Text, int.MaxValue, out _)))
        {
            return RuleExpression.Of(reader.Number(node));
        }

        return Of(scalar, names, FactKind.Number);
    }

    /// <summary>True or false.</summary>
    public RuleExpression Truth(PackNode? node, KnownNames names) =>
        node is PackScalar scalar ? Of(scalar, names, FactKind.Truth) : NotAScalar(node);

    /// <summary>Anything that has one value.</summary>
    public RuleExpression Any(PackNode? node, KnownNames names) =>
        node is PackScalar scalar ? Of(scalar, names, FactKind.Absent) : NotAScalar(node);

    /// <summary>A period: <c>P1Y</c>, or a parameter of periods, <c>有效期[event.code]</c>.</summary>
    public PeriodExpression Period(PackNode? node, KnownNames names)
    {
        if (node is not PackScalar scalar || Packs.Period.TryParse(scalar.Text, out _))
        {
            var literal = reader.Period(node);
            return new PeriodExpression(_ => literal);
        }

        try
        {
            return new ExpressionParser(scalar.Text, names, parameters, reader.Scale).ParsePeriod();
        }
        catch (ExpressionException problem)
        {
            var unread = problem.Code is "SUP5200";
            reader.Errors.Add(scalar, unread ? "SUP5014" : problem.Code, unread ? [scalar.Text] : problem.Arguments);
            return new PeriodExpression(_ => default);
        }
    }

    private RuleExpression Of(PackScalar scalar, KnownNames names, FactKind wanted)
    {
        try
        {
            var read = new ExpressionParser(scalar.Text, names, parameters, reader.Scale).Parse();
            return wanted == FactKind.Absent || read.Type.Fits(wanted)
                ? read
                : throw new ExpressionException(0, "SUP5010", new FactType(wanted).ToString(), read.Type.ToString());
        }
        catch (ExpressionException problem)
        {
            reader.Errors.Add(
                scalar.Line, scalar.Column + problem.Offset + (scalar.IsQuoted && problem.Offset > 0 ? 1 : 0), scalar.Path,
                problem.Code, problem.Arguments);
            return s_unread;
        }
    }

    private RuleExpression NotAScalar(PackNode? node)
    {
        if (node is not null)
        {
            reader.Errors.Add(node, "SUP5010", "expression", node.Form);
        }

        return s_unread;
    }
}
