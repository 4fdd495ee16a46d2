using System.Globalization;
using System.Text;
using Supervision.Registry;

namespace Supervision.Web.Publication;

/// <summary>Lists for machines: plans, draws, published penalties, certificates of officers; CSV and JSON with the same columns.</summary>
internal static class OpenData
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open-data/draws.json", async (PublicDraws draws, CancellationToken cancellationToken) =>
            Results.Json((await draws.ListAsync(cancellationToken)).Select(Row)));
        app.MapGet("/open-data/draws.csv", async (PublicDraws draws, CancellationToken cancellationToken) =>
            Results.Text(DrawsCsv((await draws.ListAsync(cancellationToken)).Select(Row)), Csv, Encoding.UTF8));
        app.MapGet("/open-data/plans.json", async (PublicPlans plans, CancellationToken cancellationToken) =>
            Results.Json((await plans.ListAsync(cancellationToken)).Select(Row)));
        app.MapGet("/open-data/plans.csv", async (PublicPlans plans, CancellationToken cancellationToken) =>
            Results.Text(PlansCsv((await plans.ListAsync(cancellationToken)).Select(Row)), Csv, Encoding.UTF8));
        app.MapGet("/open-data/penalties.json", (PublicPenalties penalties, CancellationToken cancellationToken) =>
            Results.Json(penalties.AllAsync(cancellationToken)));
        app.MapGet("/open-data/penalties.csv", async (PublicPenalties penalties, CancellationToken cancellationToken) =>
            Results.Text(PenaltiesCsv(await penalties.AllAsync(cancellationToken).ToListAsync(cancellationToken)), Csv, Encoding.UTF8));
        app.MapGet("/open-data/certificates.json", async (IOfficerStore officers, CancellationToken cancellationToken) =>
            Results.Json((await officers.ListOfficersAsync(cancellationToken)).Select(Row)));
        app.MapGet("/open-data/certificates.csv", async (IOfficerStore officers, CancellationToken cancellationToken) =>
            Results.Text(CertificatesCsv((await officers.ListOfficersAsync(cancellationToken)).Select(Row)), Csv, Encoding.UTF8));
    }

    private static DrawRow Row(PublicDraw one) => new(
        one.Draw.Id, one.Plan.Name, one.Agency, one.Plan.DivisionCode, one.Plan.ItemCode,
        one.DrawnAt.ToString("O", CultureInfo.InvariantCulture), one.Draw.FrameCount, one.Draw.SelectedCount,
        one.Draw.AnnouncementHash.ToString(), one.Draw.FrameRoot.ToString());

    private static PlanRow Row(PublicPlan one) => new(
        one.Plan.Id, one.Plan.Name, one.Plan.AgencyId, one.Agency, one.Plan.DivisionCode, one.Plan.ItemCode, one.Item, Day(one.Plan.From), Day(one.Plan.To),
        string.Join(';', one.Plan.Rates.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.Tier}={rate.Ppm / 1_000_000m:0.######}"))), one.Plan.RatioSource);

    // Without names: a list of who works where is not what a citizen at the door needs.
    private static CertificateRow Row(Officer officer) => new(
        officer.CertificateNumber, officer.AgencyId, string.Join(';', officer.Fields), Day(officer.ValidFrom), Day(officer.ValidTo), officer.IsSuspended);

    private static string DrawsCsv(IEnumerable<DrawRow> rows) => OpenTable.Csv(
        "draw,plan,agency,division,item,drawnAt,subjects,drawn,announcementHash,frameRoot",
        rows.Select(row => (string[])
        [
            row.Draw, row.Plan, row.Agency, row.Division, row.Item, row.DrawnAt,
            row.Subjects.ToString(CultureInfo.InvariantCulture), row.Drawn.ToString(CultureInfo.InvariantCulture), row.AnnouncementHash, row.FrameRoot,
        ]));

    private static string PlansCsv(IEnumerable<PlanRow> rows) => OpenTable.Csv(
        "plan,name,agency,agencyName,division,item,itemName,from,to,ratios,source",
        rows.Select(row => (string[])[row.Plan, row.Name, row.Agency, row.AgencyName, row.Division, row.Item, row.ItemName, row.From, row.To, row.Ratios, row.Source]));

    private static string PenaltiesCsv(IEnumerable<PublicPenalty> rows) => OpenTable.Csv(
        "key,agency,party,partyId,decision,violation,facts,basis,penalty,decidedOn,publishedOn,until",
        rows.Select(row => (string[])
        [
            row.Key, row.Agency, row.Party, row.PartyId, row.Decision, row.Violation, row.Facts, row.Basis, row.Penalty, row.DecidedOn, row.PublishedOn,
            Day(row.Until),
        ]));

    private static string CertificatesCsv(IEnumerable<CertificateRow> rows) => OpenTable.Csv(
        "certificate,agency,fields,validFrom,validTo,suspended",
        rows.Select(row => (string[])[row.Certificate, row.Agency, row.Fields, row.ValidFrom, row.ValidTo, row.Suspended ? "true" : "false"]));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One draw as open data.</summary>
    private sealed record DrawRow(
        string Draw, string Plan, string Agency, string Division, string Item, string DrawnAt, int Subjects, int Drawn,
        string AnnouncementHash, string FrameRoot);

    /// <summary>One plan as open data; ratios by class, as parts of one.</summary>
    private sealed record PlanRow(
        string Plan, string Name, string Agency, string AgencyName, string Division, string Item, string ItemName, string From, string To, string Ratios, string Source);

    /// <summary>One certificate as open data.</summary>
    private sealed record CertificateRow(string Certificate, string Agency, string Fields, string ValidFrom, string ValidTo, bool Suspended);
}
