using System.Globalization;
using System.Text;

namespace Supervision.Web.Publication;

/// <summary>The list of draws for machines: CSV and JSON with the same columns.</summary>
internal static class OpenData
{
    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open-data/draws.json", async (PublicDraws draws, CancellationToken cancellationToken) =>
            Results.Json((await draws.ListAsync(cancellationToken)).Select(Row)));
        app.MapGet("/open-data/draws.csv", async (PublicDraws draws, CancellationToken cancellationToken) =>
            Results.Text(Csv((await draws.ListAsync(cancellationToken)).Select(Row)), "text/csv; charset=utf-8", Encoding.UTF8));
    }

    private static DrawRow Row(PublicDraw one) => new(
        one.Draw.Id, one.Plan.Name, one.Agency, one.Plan.DivisionCode, one.Plan.ItemCode,
        one.DrawnAt.ToString("O", CultureInfo.InvariantCulture), one.Draw.FrameCount, one.Draw.SelectedCount,
        one.Draw.AnnouncementHash.ToString(), one.Draw.FrameRoot.ToString());

    private static string Csv(IEnumerable<DrawRow> rows)
    {
        var text = new StringBuilder("draw,plan,agency,division,item,drawnAt,subjects,drawn,announcementHash,frameRoot\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', new[]
            {
                row.Draw, row.Plan, row.Agency, row.Division, row.Item, row.DrawnAt,
                row.Subjects.ToString(CultureInfo.InvariantCulture), row.Drawn.ToString(CultureInfo.InvariantCulture),
                row.AnnouncementHash, row.FrameRoot,
            }.Select(Field)).Append('\n');
        }

        return text.ToString();
    }

    // A field that a spreadsheet would take for a formula is kept from being one.
    private static string Field(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>One draw as open data.</summary>
    private sealed record DrawRow(
        string Draw, string Plan, string Agency, string Division, string Item, string DrawnAt, int Subjects, int Drawn,
        string AnnouncementHash, string FrameRoot);
}
