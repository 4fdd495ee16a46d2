namespace Supervision.Rules.Feel.Functions;

/// <summary>All functions of the language, by name.</summary>
internal static class BuiltIns
{
    private static readonly Dictionary<string, BuiltInFunction> s_functions = All()
        .GroupBy(form => form.Name, StringComparer.Ordinal)
        .ToDictionary(forms => forms.Key, forms => new BuiltInFunction(forms.Key, [.. forms]), StringComparer.Ordinal);

    public static int MostTokens { get; } = s_functions.Keys.Max(FeelName.Tokens);

    public static IEnumerable<string> Names => s_functions.Keys.Order(StringComparer.Ordinal);

    public static BuiltInFunction? Find(string name) => s_functions.GetValueOrDefault(name);

    private static IEnumerable<BuiltInForm> All() =>
    [
        .. ConversionFunctions.Forms, .. TextFunctions.Forms, .. NumberFunctions.Forms, .. ListFunctions.Forms,
        .. FoldFunctions.Forms, .. ContextFunctions.Forms, .. DateFunctions.Forms, .. RangeFunctions.Forms,
    ];
}
