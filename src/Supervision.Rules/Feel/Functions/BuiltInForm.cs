namespace Supervision.Rules.Feel.Functions;

/// <summary>One way to call a built-in function.</summary>
internal sealed record BuiltInForm(string Name, BuiltInParameter[] Parameters, FeelType Result, Func<BuiltInCall, FeelValue> Body)
{
    /// <summary>
    /// Reads <c>name(parameter: type|type, optional?: type, many...: any) -> type</c>. A type that ends in ? takes null.
    /// </summary>
    public static BuiltInForm Parse(string signature, Func<BuiltInCall, FeelValue> body)
    {
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        var close = signature.LastIndexOf(')');
        var parameters = signature[(open + 1)..close].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Parameter).ToArray();
        return new BuiltInForm(signature[..open], parameters, Type(signature[(close + 5)..]), body);
    }

    public bool TryBind(IReadOnlyList<string> names, FeelValue[] arguments, out FeelValue[] ordered)
    {
        var last = -1;
        ordered = new FeelValue[Parameters.Length];
        for (var given = 0; given < arguments.Length; given++)
        {
            var place = Array.FindIndex(Parameters, parameter => string.Equals(parameter.Name, names[given], StringComparison.Ordinal));
            if (place < 0)
            {
                return false;
            }

            ordered[place] = arguments[given];
            last = Math.Max(last, place);
        }

        for (var place = 0; place < Parameters.Length; place++)
        {
            if (!Parameters[place].IsOptional && !names.Contains(Parameters[place].Name, StringComparer.Ordinal))
            {
                return false;
            }
        }

        ordered = ordered[..(last + 1)];
        return true;
    }

    public bool TryTake(FeelValue[] arguments, out FeelValue[] taken)
    {
        taken = new FeelValue[arguments.Length];
        if (!Fits(arguments.Length))
        {
            return false;
        }

        for (var at = 0; at < arguments.Length; at++)
        {
            var parameter = At(at);
            if (!parameter.TryTake(arguments[at], out taken[at]) && !(parameter.IsOptional && arguments[at].IsNull))
            {
                return false;
            }
        }

        return true;
    }

    public bool CanTake(IReadOnlyList<FeelType> types) =>
        Fits(types.Count) && types.Index().All(type => At(type.Index).CanTake(type.Item) || (At(type.Index).IsOptional && type.Item.Kind == FeelKind.Null));

    public override string ToString() =>
        $"{Name}({string.Join(", ", Parameters.Select(p => $"{p.Name}{(p.IsMany ? "..." : p.IsOptional ? "?" : "")}: {string.Join("|", p.Types.Select(type => type.Name))}"))})";

    private BuiltInParameter At(int place) => Parameters[Math.Min(place, Parameters.Length - 1)];

    private bool Fits(int count)
    {
        var least = Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsMany) + (Parameters is [.., { IsMany: true }] ? 1 : 0);
        return count >= least && (count <= Parameters.Length || Parameters is [.., { IsMany: true }]);
    }

    private static BuiltInParameter Parameter(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var name = text[..colon];
        var types = text[(colon + 2)..];
        return new BuiltInParameter(
            name.TrimEnd('?', '.'), [.. types.TrimEnd('?').Split('|').Select(Type)], name.EndsWith('?'), types.EndsWith('?'), name.EndsWith("...", StringComparison.Ordinal));
    }

    private static FeelType Type(string name) => name switch
    {
        "any" => FeelType.Any,
        "dayTime" => FeelType.DayTimeDuration,
        "yearMonth" => FeelType.YearMonthDuration,
        "texts" => FeelType.ListOf(FeelType.Text),
        _ => FeelType.Named(name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "No type."),
    };
}
