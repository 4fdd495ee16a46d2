namespace Supervision.Web.Publication;

/// <summary>What a citizen looks at: one agency, one area, or all. Immutable.</summary>
internal sealed record PublicFilter
{
    public PublicFilter(string? agency, string? area) => (Agency, Area) = (Given(agency), Given(area));

    /// <summary>Leaves nothing out.</summary>
    public static PublicFilter All { get; } = new(null, null);

    /// <summary>Agency; null for all.</summary>
    public string? Agency { get; }

    /// <summary>Division code whose trailing zeros widen it: a plan of a whole city concerns each of its counties, too. Null for all.</summary>
    public string? Area { get; }

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsSet => Agency is not null || Area is not null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
