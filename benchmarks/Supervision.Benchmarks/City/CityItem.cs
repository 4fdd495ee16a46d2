using System.Text.Json;

namespace Supervision.Benchmarks.City;

/// <summary>Finds in the city's catalogue the first sub-item that applies to every subject.</summary>
internal static class CityItem
{
    public static string Code(string folder)
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "city", "catalogue.json")));
        return catalogue.RootElement.GetProperty("items").EnumerateArray()
            .First(item => item.TryGetProperty("checklistId", out var checklist) && checklist.ValueKind == JsonValueKind.String
                && (!item.TryGetProperty("subjectCategories", out var categories) || categories.GetArrayLength() == 0))
            .GetProperty("code").GetString()!;
    }
}
