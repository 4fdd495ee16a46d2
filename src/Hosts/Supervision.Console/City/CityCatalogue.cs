using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Testing;

namespace Supervision.Console.City;

/// <summary>The catalogue of the made-up city: the sample items and checklists, owned by its own agencies.</summary>
internal static class CityCatalogue
{
    public static void Write(StreamWriter file)
    {
        var sample = WalkData.Catalogue();
        var city = sample with
        {
            Agencies = MadeUpCity.Agencies,
            Items = [.. sample.Items.Select(item => item with { OwnerAgencyId = MadeUpCity.Agencies[0].Id })],
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
