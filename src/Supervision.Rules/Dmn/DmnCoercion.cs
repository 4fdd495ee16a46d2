using Supervision.Rules.Feel;

namespace Supervision.Rules.Dmn;

/// <summary>A value made to fit the type of a DMN variable, if it can, and found among the values that the type allows.</summary>
internal static class DmnCoercion
{
    public static bool TryTo(FeelRun run, FeelType type, FeelValue value, out FeelValue fitting) =>
        FeelCoercion.TryTo(type, value, out fitting) && Allows(run, type, fitting);

    private static bool Allows(FeelRun run, FeelType type, FeelValue value)
    {
        if (value.IsNull)
        {
            return true;
        }

        if (type.Allowed is { } allowed && !allowed.Passes(run, value, frame: null))
        {
            return false;
        }

        return value.Kind switch
        {
            FeelKind.List when type.Kind == FeelKind.List => Array.TrueForAll(value.List.Items, item => Allows(run, type.Element, item)),
            FeelKind.Context when type.Members is { } members => members.All(member => !value.Context.TryGet(member.Key, out var entry) || Allows(run, member.Value, entry)),
            _ => true,
        };
    }
}
