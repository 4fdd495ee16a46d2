namespace Supervision.Rules.Feel.Functions;

/// <summary>A parameter of a built-in function.</summary>
/// <param name="Name">Its name, for calls by name.</param>
/// <param name="Types">The types that it takes.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="TakesNull">Whether null is an argument like any other.</param>
/// <param name="IsMany">Whether it takes all arguments that are left.</param>
internal sealed record BuiltInParameter(string Name, FeelType[] Types, bool IsOptional, bool TakesNull, bool IsMany)
{
    public bool TryTake(FeelValue value, out FeelValue taken)
    {
        taken = value;
        if (value.IsNull)
        {
            return TakesNull;
        }

        foreach (var type in Types)
        {
            if (type.Kind is null || type.Has(value))
            {
                return true;
            }
        }

        foreach (var type in Types)
        {
            if (FeelCoercion.TryTo(type, value, out taken))
            {
                return true;
            }
        }

        return false;
    }

    public bool CanTake(FeelType type) => type.Kind == FeelKind.Null
        ? TakesNull
        : Array.Exists(Types, own => type.CanBe(own) || own.Kind == FeelKind.List || (own.Kind == FeelKind.DateTime && type.Kind == FeelKind.Date))
            || (type.Kind == FeelKind.List && Array.Exists(Types, own => type.Element.CanBe(own)));
}
