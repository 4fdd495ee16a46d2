using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Feel.Functions;

/// <summary>A function of the language, with all the ways to call it.</summary>
internal sealed class BuiltInFunction(string name, BuiltInForm[] forms) : FeelFunction
{
    public string Name { get; } = name;

    /// <summary>How it is called, for an error.</summary>
    public string Forms => string.Join("; ", forms.Select(form => form.ToString()));

    public override IReadOnlyList<FeelParameter> Parameters { get; } =
        [.. forms[0].Parameters.Select(parameter => new FeelParameter(parameter.Name, parameter.Types is [var one] ? one : FeelType.Any))];

    public override bool Is(FeelType type) => Array.Exists(
        forms, form => FeelType.FunctionOf(
            [.. form.Parameters.Select(parameter => parameter.Types is [var one] ? one : FeelType.Any)], form.Result).Conforms(type));

    public override FeelValue Call(FeelRun run, FeelNode at, FeelValue[] arguments)
    {
        run.Charge(at, 1);
        foreach (var form in forms)
        {
            if (form.TryTake(arguments, out var taken))
            {
                try
                {
                    return form.Body(new BuiltInCall(run, at, Name, taken));
                }
                catch (OverflowException)
                {
                    return run.Null(at, "SUP5122");
                }
            }
        }

        return run.Null(at, "SUP5107", Forms, string.Join(", ", arguments.Select(FeelDescription.Of)));
    }

    public override FeelValue Call(FeelRun run, FeelNode at, IReadOnlyList<string> names, FeelValue[] arguments)
    {
        foreach (var form in forms)
        {
            if (form.TryBind(names, arguments, out var ordered) && form.TryTake(ordered, out _))
            {
                return Call(run, at, ordered);
            }
        }

        return run.Null(at, "SUP5107", Forms, string.Join(", ", names));
    }

    /// <summary>What is wrong with arguments of these types, or null.</summary>
    public string? Mismatch(string[]? names, FeelType[] types)
    {
        if (names is null)
        {
            return Array.Exists(forms, form => form.CanTake(types)) ? null : string.Join(", ", types.Select(type => type.Name));
        }

        var isKnown = Array.Exists(forms, form => Array.TrueForAll(
            names, name => Array.Exists(form.Parameters, parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal))));
        return isKnown ? null : string.Join(", ", names);
    }

    /// <summary>The type of the result, as far as all its forms agree; of min, max and sum that of what they are taken of.</summary>
    public FeelType Result(FeelType[] arguments)
    {
        if (Name is "min" or "max" or "sum" && arguments.Length > 0)
        {
            return arguments.Select(type => type.Kind == FeelKind.List ? type.Element : type).Aggregate(FeelType.Common);
        }

        var results = forms.Where(form => form.Parameters.Length >= arguments.Length).Select(form => form.Result).Distinct().ToArray();
        return results is [var one] ? one : FeelType.Any;
    }

    public override string ToString() => Name;
}
