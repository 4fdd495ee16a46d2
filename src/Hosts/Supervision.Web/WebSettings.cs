namespace Supervision.Web;

/// <summary>What the host is told: section "Supervision" of its configuration.</summary>
/// <param name="Database">SQLite file, or a connection string of PostgreSQL ("Host=…").</param>
/// <param name="Published">Folder with one folder of public files for each draw, named by the draw's id.</param>
/// <param name="Rules">Folder of rule packs, or null for those that ship. What the database has published goes before them.</param>
/// <param name="Fonts">Files of the fonts for PDF, separated as in PATH; without any, documents are downloaded as HTML.</param>
/// <param name="Evidence">Folder of the pictures that phones hand in, never a public one; null: none are taken.</param>
/// <param name="ListPolicy">File of the bureau's own policy of lists, or null for the one that ships.</param>
/// <param name="EventCategories">File of the centre's own categories of events, or null for those that ship.</param>
/// <param name="Licence">On what terms open data may be used, in words or as an address; null for the words that ship.</param>
internal sealed record WebSettings(
    string Database, string Published, string? Rules, IReadOnlyList<string> Fonts, string? Evidence, string? ListPolicy, string? EventCategories,
    string? Licence)
{
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public static WebSettings Read(IConfiguration configuration)
    {
        var rules = configuration["Supervision:Rules"];
        return new WebSettings(Demand("Database"), Path.GetFullPath(Demand("Published")), string.IsNullOrEmpty(rules) ? null : rules,
            (configuration["Supervision:Fonts"] ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            configuration["Supervision:Evidence"] is { Length: > 0 } evidence ? Path.GetFullPath(evidence) : null,
            configuration["Supervision:ListPolicy"], configuration["Supervision:EventCategories"],
            configuration["Supervision:OpenData:Licence"] is { Length: > 0 } licence ? licence : null);

        string Demand(string name) => configuration[$"Supervision:{name}"] is { Length: > 0 } value ? value
            : throw new InvalidOperationException(
                $"The setting Supervision:{name} is missing. Set it in appsettings.json or in the environment (Supervision__{name}), "
                + "or start with ASPNETCORE_ENVIRONMENT=Demo.");
    }
}
