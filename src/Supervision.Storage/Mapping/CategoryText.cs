namespace Supervision.Storage.Mapping;

/// <summary>
/// Subject categories as "|restaurant|retail|", so that a query finds one with instr(). A bar or a per cent sign inside
/// a category is written as %7C or %25.
/// </summary>
internal static class CategoryText
{
    public static string Of(IReadOnlyList<string> categories) => categories.Count switch
    {
        0 => "",
        1 => Token(categories[0]),
        _ => $"|{string.Join('|', categories.Select(Escape))}|",
    };

    /// <summary>What the text of every subject with this category contains.</summary>
    public static string Token(string category) => $"|{Escape(category)}|";

    public static IReadOnlyList<string> Parse(string text) =>
        text.Length == 0 ? [] : [.. text[1..^1].Split('|').Select(Unescape)];

    private static string Escape(string category) => category.AsSpan().ContainsAny('|', '%')
        ? category.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal)
        : category;

    private static string Unescape(string token) => token.Contains('%', StringComparison.Ordinal)
        ? token.Replace("%7C", "|", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)
        : token;
}
