namespace Supervision.Rules.Feel;

/// <summary>The conversions that FEEL does without being asked: a list of one and its item, a date and its midnight.</summary>
internal static class FeelCoercion
{
    /// <summary>False when the value is not of the type and cannot become so; null is of every type.</summary>
    public static bool TryTo(FeelType type, FeelValue value, out FeelValue converted)
    {
        converted = value;
        if (value.IsNull || type.Kind is null || type.Has(value))
        {
            return true;
        }

        if (value.Kind == FeelKind.List && type.Kind != FeelKind.List && value.List.Count == 1 && type.Has(value.List.Items[0]))
        {
            converted = value.List.Items[0];
            return true;
        }

        if (type.Kind == FeelKind.List && value.Kind != FeelKind.List && type.Element.Has(value))
        {
            converted = FeelValue.ListOf(value);
            return true;
        }

        if (type.Kind == FeelKind.DateTime && value.Kind == FeelKind.Date)
        {
            converted = FeelValue.Of(FeelArithmetic.Midnight(value));
            return true;
        }

        return false;
    }
}
