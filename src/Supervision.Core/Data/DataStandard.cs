using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>A data standard 数据标准: tables with their fields, and the quality rules over them. Data, not code. Immutable.</summary>
/// <param name="Name">Name, an identifier.</param>
/// <param name="Version">Version as published.</param>
/// <param name="Source">Where tables and rules come from.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Rules">Rules beyond those that the fields imply (required, form).</param>
public sealed record DataStandard(
    string Name, string Version, string Source, IReadOnlyList<DataTable> Tables, IReadOnlyList<QualityRule> Rules)
{
    private static readonly Lazy<DataStandard> s_national = new(() => Parse(ShippedDocument.Read("Supervision.Data.Standards.national-acts.json")).OrThrow());

    /// <summary>The national act tables 监管行为数据: inspection, penalty, compulsion, other.</summary>
    public static DataStandard National => s_national.Value;

    /// <summary>Reads a standard. SUP7401: the text is no such JSON, or a rule names what is not there; the message says where.</summary>
    public static Outcome<DataStandard> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var standard = JsonSerializer.Deserialize(json, DataJson.Default.DataStandard);
            return standard is null ? Refusal.Of("SUP7401", "$", "null")
                : StandardCheck.Problem(standard) is var (place, problem) && place.Length > 0 ? Refusal.Of("SUP7401", place, problem)
                : standard;
        }
        catch (JsonException wrong)
        {
            return Refusal.Of("SUP7401", wrong.Path ?? "$", wrong.Message);
        }
    }

    /// <summary>The table with a name, or null.</summary>
    public DataTable? Find(string name) => Tables.FirstOrDefault(table => table.Name == name);

    /// <summary>All rules: those that the fields imply, table by table, then the written ones.</summary>
    public IEnumerable<QualityRule> AllRules() => Tables.SelectMany(ImpliedRules).Concat(Rules);

    // A row without its key, or with a malformed one, cannot be kept apart from others: it is kept out.
    private static IEnumerable<QualityRule> ImpliedRules(DataTable table) =>
        from field in table.Fields
        let isKey = table.Key.Contains(field.Name, StringComparer.Ordinal)
        from rule in new[]
        {
            Implied(table, field, "required", QualityDimension.Completeness, QualityRuleKind.Required, isKey || field.IsRequired, isKey),
            Implied(
                table, field, "form", QualityDimension.Accuracy, QualityRuleKind.Form,
                field.Type != DataFieldType.Text || field.MaxLength is not null, isKey),
        }
        where rule is not null
        select rule;

    private static QualityRule? Implied(
        DataTable table, DataField field, string suffix, QualityDimension dimension, QualityRuleKind kind, bool applies, bool rejects) =>
        !applies ? null : new QualityRule
        {
            Id = $"{table.Name}.{field.Name}.{suffix}", Dimension = dimension, Table = table.Name, Kind = kind, Fields = [field.Name],
            Rejects = rejects,
        };
}
