using Supervision.Data;
using Supervision.Hosting.Data;
using Supervision.Hosting.Import;

namespace Supervision.Web.Api;

/// <summary>Deliveries of data by channel: taken from others, and of the agency's own acts.</summary>
internal static class DataApi
{
    private const int LongestText = 10_000;

    public static void MapData(this RouteGroupBuilder api)
    {
        var data = api.MapGroup("/data").WithTags("data");
        data.MapCommand<TakeDelivery, DeliveredTables, DeliveryResult>("deliveries", "takes a delivery in the tables of the national standard, judged row by row", (take, call) =>
            take.RunAsync(DeliveryOf(call.Body), call.Actor, call.Stopped));
        data.MapCommand<ExportActs, ActsToExport, DeliveryResult>("exports", "makes the next batch of the agency's own acts", (export, call) =>
            export.RunAsync(call.Body.Channel, call.Body.Profile, call.Actor, call.Stopped));
    }

    private static Delivery DeliveryOf(DeliveredTables given)
    {
        var standard = DataStandard.National;
        if (given.Tables.Keys.FirstOrDefault(name => standard.Find(name) is null) is { } unknown)
        {
            throw new ApiFieldException("One of " + string.Join(", ", standard.Tables.Select(table => table.Name)) + ".", "$.tables." + unknown);
        }

        return new Delivery(given.Channel, standard, [.. standard.Tables.Where(table => !table.IsOptional || given.Tables.ContainsKey(table.Name)).Select(table =>
            ContentOf(table, given.Tables.GetValueOrDefault(table.Name) ?? throw new ApiFieldException("This table is needed.", "$.tables." + table.Name)))])
        {
            IsComplete = given.IsComplete, SubjectField = given.SubjectField,
        };
    }

    private static DataContent ContentOf(DataTable table, IReadOnlyList<IReadOnlyDictionary<string, string>> given)
    {
        var names = table.Fields.Select(field => field.Name).ToList();
        var (rows, damaged) = (new List<DataRow>(), new List<DataIssue>());
        foreach (var row in given)
        {
            if (row.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown)
            {
                throw new ApiFieldException($"The table has no field '{unknown}'.", $"$.tables.{table.Name}[{rows.Count}]");
            }

            string[] values = [.. names.Select(name => TextRules.Normalise(row.GetValueOrDefault(name, "").Trim()))];
            rows.Add(new DataRow(rows.Count + 1, values));
            damaged.AddRange(values.Select((value, at) => (Value: value, Name: names[at], Fault: TextRules.Judge(value, LongestText)))
                .Where(judged => judged.Fault is not null)
                .Select(judged => DeliveryFolder.Issue(table, rows.Count, judged.Name, judged.Value, judged.Fault!.Value.Refusal)));
        }

        return new DataContent(table, rows) { Damaged = damaged };
    }
}
