using System.Xml.Linq;
using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Dmn;

/// <summary>Boxed expressions as nodes of the expression tree. One compiler belongs to one decision or knowledge model.</summary>
internal sealed class DmnCompiler(DmnFile file, string name, DmnTypes types, FeelMode mode, FeelLimits limits, List<FeelError> errors)
{
    private static readonly string[] s_expressions =
    [
        "literalExpression", "decisionTable", "context", "invocation", "relation", "list", "functionDefinition", "conditional", "for", "every", "some", "filter",
    ];

    /// <summary>The expression below an element, or null.</summary>
    public static XElement? ExpressionIn(XElement parent) =>
        parent.Elements().FirstOrDefault(child => child.Name.Namespace == parent.Name.Namespace && s_expressions.Contains(child.Name.LocalName, StringComparer.Ordinal));

    /// <summary>The node of the expression below an element.</summary>
    public FeelNode In(XElement parent, NameScope scope) =>
        ExpressionIn(parent) is { } xml ? Expression(xml, scope) : Failing(parent, "SUP5143", parent.Name.LocalName);

    public FeelNode Expression(XElement xml, NameScope scope)
    {
        var node = xml.Name.LocalName switch
        {
            "literalExpression" => Literal(xml, scope),
            "decisionTable" => Table(xml, scope),
            "context" => Context(xml, scope),
            "invocation" => Invocation(xml, scope),
            "relation" => Relation(xml, scope),
            "list" => new ListNode(Place(xml), [.. xml.Elements().Where(child => s_expressions.Contains(child.Name.LocalName, StringComparer.Ordinal)).Select(child => Expression(child, scope))]),
            "functionDefinition" => Function(xml, scope),
            "conditional" => new IfNode(Place(xml), Part(xml, "if", scope), Part(xml, "then", scope), Part(xml, "else", scope), isBoxed: true),
            "for" => Loop(xml, scope, "return"),
            "every" or "some" => Loop(xml, scope, "satisfies"),
            _ => Filter(xml, scope),
        };
        return Typed(xml, node);
    }

    /// <summary>The node with the type that its element declares.</summary>
    public FeelNode Typed(XElement xml, FeelNode node)
    {
        var reference = xml.Attribute("typeRef", "");
        return reference.Length == 0 || Type(xml, reference) is not { Kind: not null } type || node is FunctionNode ? node : new CoercedNode(node, type);
    }

    public FeelType Type(XElement xml, string reference)
    {
        if (types.Find(file, reference) is { } type)
        {
            return type;
        }

        Report(DmnXml.Error(file.Name, xml, "SUP5114"));
        return FeelType.Any;
    }

    public FeelNode Function(XElement xml, NameScope scope)
    {
        var inner = scope.Inner();
        var parameters = new List<FeelParameter>();
        foreach (var parameter in xml.Children("formalParameter"))
        {
            var type = Type(parameter, parameter.Attribute("typeRef", ""));
            inner.Put(parameters.Count, parameter.NameOf(), type);
            parameters.Add(new FeelParameter(parameter.NameOf(), type));
        }

        var body = xml.Attribute("kind", "FEEL") is "FEEL" ? In(xml, inner) : Failing(xml, "SUP5113");
        return new FunctionNode(Place(xml), parameters, body);
    }

    private FeelNode Literal(XElement xml, NameScope scope)
    {
        var language = xml.Attribute("expressionLanguage", "");
        return language.Length > 0 && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase)
            ? Failing(xml, "SUP5144", language)
            : Parsed(xml, parser => parser.ParseExpression(), scope);
    }

    private FeelNode Parsed(XElement xml, Func<FeelParser, FeelNode> parse, NameScope scope)
    {
        var source = DmnXml.Source(file.Name, xml);
        try
        {
            return parse(new FeelParser(source, scope, mode, limits));
        }
        catch (FeelException exception)
        {
            Report(exception);
            var error = exception.Errors[0];
            return new FailingNode(
                new FeelPlace(new FeelSource("", file.Name, error.Line, error.Column), 0), error.Code, [.. error.Message.Arguments]);
        }
    }

    private FeelNode Context(XElement xml, NameScope scope)
    {
        var inner = scope.Inner();
        var names = new List<string>();
        var values = new List<FeelNode>();
        FeelNode? result = null;
        foreach (var entry in xml.Children("contextEntry"))
        {
            if (entry.Child("variable") is { } variable)
            {
                var called = variable.NameOf();
                if (entry.Child("functionDefinition") is not null)
                {
                    inner.Add(called, FeelType.AnyFunction);
                }

                var node = Typed(variable, In(entry, inner));
                names.Add(called);
                values.Add(node);
                inner.Put(names.Count - 1, called, node.Type);
            }
            else
            {
                result = In(entry, inner);
            }
        }

        return result is null ? new ContextNode(Place(xml), [.. names], [.. values]) : new ResultContextNode(Place(xml), [.. values], result);
    }

    private FeelNode Invocation(XElement xml, NameScope scope)
    {
        var called = In(xml, scope);
        var names = new List<string>();
        var arguments = new List<FeelNode>();
        foreach (var binding in xml.Children("binding"))
        {
            names.Add(binding.Child("parameter")?.NameOf() ?? "");
            arguments.Add(ExpressionIn(binding) is { } argument ? Expression(argument, scope) : new ConstantNode(Place(binding), FeelValue.Null));
        }

        return new CallNode(Place(xml), called, [.. names], [.. arguments]);
    }

    private FeelNode Relation(XElement xml, NameScope scope)
    {
        string[] columns = [.. xml.Children("column").Select(column => column.NameOf())];
        var rows = new List<FeelNode>();
        foreach (var row in xml.Children("row"))
        {
            FeelNode[] cells = [.. row.Elements().Where(cell => s_expressions.Contains(cell.Name.LocalName, StringComparer.Ordinal)).Select(cell => Expression(cell, scope.Inner()))];
            rows.Add(cells.Length == columns.Length ? new ContextNode(Place(row), columns, cells) : Failing(row, "SUP5143", "row"));
        }

        return new ListNode(Place(xml), [.. rows]);
    }

    private FeelNode Loop(XElement xml, NameScope scope, string body)
    {
        var from = Part(xml, "in", scope);
        var inner = scope.Inner();
        inner.Add("partial", FeelType.AnyList);
        inner.Put(1, FeelName.Normalized(xml.Attribute("iteratorVariable", "")), from.Type.Kind is FeelKind.List or FeelKind.Range ? from.Type.Element : FeelType.Any);
        var loop = new FeelLoop([new FeelLoop.Variable(from, null)]);
        var each = Part(xml, body, inner);
        return body == "return"
            ? new ForNode(Place(xml), loop, each, usesPartial: true)
            : new QuantifiedNode(Place(xml), xml.Name.LocalName == "some", loop, each);
    }

    private FeelNode Filter(XElement xml, NameScope scope)
    {
        var from = Part(xml, "in", scope);
        return new FilterNode(Place(xml), from, Part(xml, "match", scope.Filter(from.Type.Kind == FeelKind.List ? from.Type.Element : FeelType.Any)), FeelType.Any);
    }

    private FeelNode Part(XElement xml, string part, NameScope scope) =>
        xml.Child(part) is { } child ? In(child, scope) : Failing(xml, "SUP5143", part);

    private FeelNode Table(XElement xml, NameScope scope)
    {
        TableNode.Input[] inputs = [.. xml.Children("input").Select(input => Input(input, scope))];
        TableNode.Output[] outputs = [.. xml.Children("output").Select(output => Output(output, xml, scope))];
        var rules = new List<TableNode.Rule>();
        foreach (var rule in xml.Children("rule"))
        {
            FeelNode[] tests = [.. rule.Children("inputEntry").Zip(inputs).Select(cell => Test(cell.First, cell.Second.Expression.Type, scope))];
            FeelNode[] values = [.. rule.Children("outputEntry").Select(cell => Value(cell, scope))];
            if (tests.Length != inputs.Length || values.Length != outputs.Length)
            {
                return Failing(rule, "SUP5143", "inputEntry, outputEntry");
            }

            rules.Add(new TableNode.Rule(tests, values));
        }

        DmnHitPolicy? policy = xml.Attribute("hitPolicy", "UNIQUE") switch
        {
            "UNIQUE" => DmnHitPolicy.Unique,
            "ANY" => DmnHitPolicy.Any,
            "PRIORITY" => DmnHitPolicy.Priority,
            "FIRST" => DmnHitPolicy.First,
            "OUTPUT ORDER" => DmnHitPolicy.OutputOrder,
            "RULE ORDER" => DmnHitPolicy.RuleOrder,
            "COLLECT" => DmnHitPolicy.Collect,
            _ => null,
        };
        var aggregation = xml.Attribute("aggregation", "");
        return policy is null || outputs.Length == 0 || aggregation is not ("" or "SUM" or "MIN" or "MAX" or "COUNT")
            ? Failing(xml, "SUP5143", "hitPolicy, aggregation, output")
            : new TableNode(Place(xml), name, policy.Value, policy == DmnHitPolicy.Collect ? aggregation : "", inputs, outputs, [.. rules]);
    }

    private TableNode.Input Input(XElement input, NameScope scope)
    {
        var expression = input.Child("inputExpression") is { } xml ? Typed(xml, Parsed(xml, parser => parser.ParseExpression(), scope)) : Failing(input, "SUP5143", "inputExpression");
        var text = input.Child("inputExpression")?.Child("text")?.Value.Trim() ?? "";
        return new TableNode.Input(input.Attribute("label", "") is { Length: > 0 } label ? label : text, expression, Tests(input.Child("inputValues"), expression.Type, scope));
    }

    private TableNode.Output Output(XElement output, XElement table, NameScope scope)
    {
        var isOnly = table.Children("output").Count() == 1;
        var reference = output.Attribute("typeRef", isOnly ? table.Attribute("typeRef", "") : "");
        var type = isOnly && output.Attribute("typeRef", "").Length == 0 ? FeelType.Any : Type(output, reference);
        FeelValue[] values = Values(output.Child("outputValues"), scope);
        return new TableNode.Output(
            output.NameOf(), type, values.Length == 0 ? Allowed(types.Find(file, reference)) : values,
            output.Child("defaultOutputEntry") is { } given ? Value(given, scope) : null);
    }

    // Without values of its own a column has the order of those that its type allows.
    private static FeelValue[] Allowed(FeelType? type) => type?.Allowed is { } allowed
        ? [.. allowed.Node.Tests.Select(test => test.Node).OfType<ConstantNode>().Select(node => node.Value)]
        : [];

    private FeelValue[] Values(XElement? xml, NameScope scope)
    {
        if (xml is null)
        {
            return [];
        }

        try
        {
            return [.. new FeelParser(DmnXml.Source(file.Name, xml), scope, mode, limits).ParseExpressions().OfType<ConstantNode>().Select(node => node.Value)];
        }
        catch (FeelException exception)
        {
            Report(exception);
            return [];
        }
    }

    private FeelUnaryTests? Tests(XElement? xml, FeelType type, NameScope scope)
    {
        if (xml is null)
        {
            return null;
        }

        try
        {
            return FeelUnaryTests.Parse(DmnXml.Source(file.Name, xml), type, scope, FeelScope.Empty, mode, limits);
        }
        catch (FeelException exception)
        {
            Report(exception);
            return null;
        }
    }

    private FeelNode Test(XElement cell, FeelType type, NameScope scope)
    {
        var inner = scope.Inner();
        inner.Add("?", type);
        return string.IsNullOrWhiteSpace(cell.Child("text")?.Value)
            ? new UnaryTestsNode(Place(cell), [], isNegated: false)
            : Parsed(cell, parser => parser.ParseUnaryTests(type), inner);
    }

    private FeelNode Value(XElement cell, NameScope scope) => string.IsNullOrWhiteSpace(cell.Child("text")?.Value)
        ? new ConstantNode(Place(cell), FeelValue.Null)
        : Parsed(cell, parser => parser.ParseExpression(), scope);

    private FeelNode Failing(XElement xml, string code, params string[] arguments)
    {
        Report(DmnXml.Error(file.Name, xml, code, arguments));
        return new FailingNode(Place(xml), code, arguments);
    }

    private FeelPlace Place(XElement xml) => new(DmnXml.Source(file.Name, xml) with { Text = "" }, 0);

    private void Report(FeelException exception) => errors.AddRange(exception.Errors);
}
