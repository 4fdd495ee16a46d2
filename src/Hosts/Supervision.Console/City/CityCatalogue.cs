using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Console.Import;
using Supervision.Console.Walk;
using Supervision.Registry;

namespace Supervision.Console.City;

/// <summary>The catalogue of the made-up city: the sample items and checklists, owned by its own agencies.</summary>
internal static class CityCatalogue
{
    private const string CityAgency = "999900-market";

    /// <summary>One for the whole city, and one for each district and field.</summary>
    public static IReadOnlyList<Agency> Agencies { get; } =
    [
        new(CityAgency, $"{Names.City}市场监督管理局", "999900", [.. Names.Fields.Select(field => field.Field)]),
        .. from district in Names.Districts
           from field in Names.Fields
           select new Agency($"{district.Code}-{field.Field}", $"{Names.City}{district.Name}{field.Office}", district.Code, [field.Field]),
    ];

    public static void Write(StreamWriter file)
    {
        var sample = WalkData.Catalogue();
        var city = sample with
        {
            Agencies = Agencies,
            Items = [.. sample.Items.Select(item => item with { OwnerAgencyId = CityAgency })],
        };
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(json, city, ImportJson.Default.CatalogFile);
        }

        file.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        file.Write('\n');
    }
}
