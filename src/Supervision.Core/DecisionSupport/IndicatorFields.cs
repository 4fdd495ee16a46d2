using Supervision.Cases;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Matters;

namespace Supervision.DecisionSupport;

/// <summary>The fields by which a source can be filtered, each with the values that it takes.</summary>
public static class IndicatorFields
{
    private static readonly string[] s_flag = ["true", "false"];
    private static readonly string[] s_any = [];

    private static readonly Dictionary<IndicatorSource, Dictionary<string, string[]>> s_fields = new()
    {
        [IndicatorSource.Visits] = new(StringComparer.Ordinal)
        {
            ["source"] = Enum.GetNames<TaskSource>(), ["state"] = Enum.GetNames<TaskState>(), ["item"] = s_any, ["drawn"] = s_flag,
            ["found"] = s_flag, ["onTime"] = s_flag, ["byDevice"] = s_flag, ["joint"] = s_flag,
        },
        [IndicatorSource.DueTasks] = new(StringComparer.Ordinal)
        {
            ["source"] = Enum.GetNames<TaskSource>(), ["state"] = Enum.GetNames<TaskState>(), ["item"] = s_any, ["drawn"] = s_flag, ["onTime"] = s_flag,
        },
        [IndicatorSource.Orders] = new(StringComparer.Ordinal) { ["item"] = s_any, ["onTime"] = s_flag },
        [IndicatorSource.Doors] = new(StringComparer.Ordinal) { ["source"] = Enum.GetNames<TaskSource>(), ["item"] = s_any },
        [IndicatorSource.Warnings] = new(StringComparer.Ordinal)
        {
            ["state"] = Enum.GetNames<MatterState>(), ["category"] = s_any, ["escalated"] = s_flag,
        },
        [IndicatorSource.Events] = new(StringComparer.Ordinal)
        {
            ["state"] = Enum.GetNames<MatterState>(), ["category"] = s_any, ["escalated"] = s_flag,
        },
        [IndicatorSource.Officers] = new(StringComparer.Ordinal) { ["suspended"] = s_flag, ["active"] = s_flag, ["usedTwice"] = s_flag },
        [IndicatorSource.Readings] = new(StringComparer.Ordinal) { ["outcome"] = ["Valid", "Invalid", "Missing"], ["point"] = s_any },
        [IndicatorSource.CreditEvents] = new(StringComparer.Ordinal) { ["kind"] = Enum.GetNames<CreditEventKind>() },
        [IndicatorSource.Publications] = new(StringComparer.Ordinal)
        {
            ["kind"] = [.. CaseDeadlines.Publicities.Select(kind => kind.ToString())], ["onTime"] = s_flag,
        },
    };

    /// <summary>Fields of a source and the values that each takes; no values where it takes any text.</summary>
    public static IReadOnlyDictionary<string, string[]> Of(IndicatorSource source) => s_fields[source];
}
