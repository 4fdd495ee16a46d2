using System.Text.Json;
using Supervision.Matters;

namespace Supervision.Tests;

/// <summary>Each state of the shipped matter policy that has a clock, and a matter that stands in it.</summary>
internal static class StateClocks
{
    /// <summary>A day on which every one of these periods is in force.</summary>
    public static DateTimeOffset Opened { get; } = new(2025, 1, 2, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Their keys: "Warning.Raised", "Event.Complaint.Accepted".</summary>
    public static IReadOnlyList<string> Keys()
    {
        using var policy = JsonDocument.Parse(File.ReadAllText(SharedData.InRepository("src", "Supervision.Core", "Matters", "Data", "matter-policy.json")));
        return
        [
            .. policy.RootElement.GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("key").GetString()!)
                .Where(key => key.Split('.') is [var kind, .., var state] && Enum.TryParse<MatterKind>(kind, out _) && Enum.TryParse<MatterState>(state, out _)).Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>A matter in the state of a key; where something else has counted the last day, it is the given one.</summary>
    public static Matter MatterOf(string id, string key, DateTimeOffset openedAt, DateTimeOffset lastDay)
    {
        var parts = key.Split('.');
        var day = lastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new Matter
        {
            Id = id, Kind = Enum.Parse<MatterKind>(parts[0]), Category = parts.Length == 3 ? parts[1] : "other", State = Enum.Parse<MatterState>(parts[^1]), Title = key,
            AgencyId = "county", OriginAgencyId = "city", Parties = ["city", "county"], OpenedAt = openedAt,
            Facts = new[] { "checkBy", "rectifyBy", "dueOn" }.ToDictionary(fact => fact, _ => day, StringComparer.Ordinal),
        };
    }
}
