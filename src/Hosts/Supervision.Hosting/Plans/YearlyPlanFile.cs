using System.Text.Json.Serialization;
using Supervision.Coordination;

namespace Supervision.Hosting.Plans;

/// <summary>An agency's yearly plan as a person writes it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record YearlyPlanFile
{
    public required string Agency { get; init; }

    public required int Year { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    public YearlyPlan ToPlan() => new(Agency, Year, [.. Lines.Select(line => new YearlyPlanLine(
        line.Item, line.Subjects, line.Frequency ?? 1, line.From ?? new DateOnly(Year, 1, 1), line.To ?? new DateOnly(Year, 12, 31))
    {
        Officers = line.Officers ?? 2, IsStatutory = line.Statutory, IsKey = line.Key,
    })]);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Line
    {
        public required string Item { get; init; }

        public required IReadOnlyList<string> Subjects { get; init; }

        public int? Frequency { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public int? Officers { get; init; }

        public bool Statutory { get; init; }

        public bool Key { get; init; }
    }
}
