using System.Globalization;
using Supervision.Hosting.Wording;
using Supervision.Registry;

namespace Supervision.Web.Publication;

/// <summary>Lists for machines: plans, draws, what came of inspections, published penalties, certificates of officers; CSV and JSON with the same columns.</summary>
internal static class OpenData
{
    private const int PageSize = 1000;

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open-data/draws.json", (PublicDraws draws, CancellationToken cancellationToken) => Results.Json(draws.AllAsync(cancellationToken).Select(Row)));
        app.MapGet("/open-data/draws.csv", (PublicDraws draws, CancellationToken cancellationToken) => DrawsCsv(draws.AllAsync(cancellationToken).Select(Row)));
        app.MapGet("/open-data/plans.json", (PublicPlans plans, CancellationToken cancellationToken) => Results.Json(plans.AllAsync(cancellationToken).Select(Row)));
        app.MapGet("/open-data/plans.csv", (PublicPlans plans, CancellationToken cancellationToken) => PlansCsv(plans.AllAsync(cancellationToken).Select(Row)));
        app.MapGet("/open-data/penalties.json", (PublicPenalties penalties, CancellationToken cancellationToken) => Results.Json(penalties.AllAsync(cancellationToken)));
        app.MapGet("/open-data/penalties.csv", (PublicPenalties penalties, CancellationToken cancellationToken) => PenaltiesCsv(penalties.AllAsync(cancellationToken)));
        app.MapGet("/open-data/certificates.json", (IOfficerStore officers, CancellationToken cancellationToken) => Results.Json(OfficersAsync(officers, cancellationToken).Select(Row)));
        app.MapGet("/open-data/certificates.csv", (IOfficerStore officers, CancellationToken cancellationToken) => CertificatesCsv(OfficersAsync(officers, cancellationToken).Select(Row)));
        app.MapGet("/open-data/results.json", (PublicResults results, CancellationToken cancellationToken) => Results.Json(results.FileOf(null, cancellationToken)));
        app.MapGet("/open-data/results.csv", (PublicResults results, CancellationToken cancellationToken) => ResultsCsv(results, results.AllAsync(null, cancellationToken)));
        app.MapGet("/draws/{id}/results.json", async (string id, PublicDraws draws, PublicResults results, CancellationToken cancellationToken) =>
            await draws.FindAsync(id, cancellationToken) is { } draw ? Results.Json(results.FileOf(draw, cancellationToken)) : Results.NotFound());
        app.MapGet("/draws/{id}/results.csv", async (string id, PublicDraws draws, PublicResults results, CancellationToken cancellationToken) =>
            await draws.FindAsync(id, cancellationToken) is { } draw ? ResultsCsv(results, results.AllAsync(draw, cancellationToken)) : Results.NotFound());
    }

    private static IAsyncEnumerable<Officer> OfficersAsync(IOfficerStore officers, CancellationToken cancellationToken) => PageByPage.AllAsync(
        async (after, token) => PageByPage.Of(await officers.ListOfficerPageAsync(after, PageSize, token), PageSize, officer => officer.Id), cancellationToken);

    private static DrawRow Row(PublicDraw one) => new(
        one.Draw.Id, one.Plan.Name, one.Agency, one.Plan.DivisionCode, DivisionNames.Find(one.Plan.DivisionCode) ?? "", one.Plan.ItemCode,
        one.DrawnAt.ToString("O", CultureInfo.InvariantCulture), one.Draw.FrameCount, one.Draw.SelectedCount,
        one.Draw.AnnouncementHash.ToString(), one.Draw.FrameRoot.ToString());

    private static PlanRow Row(PublicPlan one) => new(
        one.Plan.Id, one.Plan.Name, one.Plan.AgencyId, one.Agency, one.Plan.DivisionCode, DivisionNames.Find(one.Plan.DivisionCode) ?? "", one.Plan.ItemCode, one.Item, Day(one.Plan.From), Day(one.Plan.To),
        string.Join(';', one.Plan.Rates.Select(rate => string.Create(CultureInfo.InvariantCulture, $"{rate.Tier}={rate.Ppm / 1_000_000m:0.######}"))), one.Plan.RatioSource);

    // Without names: a list of who works where is not what a citizen at the door needs.
    private static CertificateRow Row(Officer officer) => new(
        officer.CertificateNumber, officer.AgencyId, string.Join(';', officer.Fields), Day(officer.ValidFrom), Day(officer.ValidTo), officer.IsSuspended);

    private static IResult DrawsCsv(IAsyncEnumerable<DrawRow> rows) => OpenTable.Csv(
        "draw,plan,agency,division,divisionName,item,drawnAt,subjects,drawn,announcementHash,frameRoot",
        rows, row => (string[])
        [
            row.Draw, row.Plan, row.Agency, row.Division, row.DivisionName, row.Item, row.DrawnAt,
            row.Subjects.ToString(CultureInfo.InvariantCulture), row.Drawn.ToString(CultureInfo.InvariantCulture), row.AnnouncementHash, row.FrameRoot,
        ]);

    private static IResult PlansCsv(IAsyncEnumerable<PlanRow> rows) => OpenTable.Csv(
        "plan,name,agency,agencyName,division,divisionName,item,itemName,from,to,ratios,source",
        rows, row => (string[])[row.Plan, row.Name, row.Agency, row.AgencyName, row.Division, row.DivisionName, row.Item, row.ItemName, row.From, row.To, row.Ratios, row.Source]);

    private static IResult PenaltiesCsv(IAsyncEnumerable<PublicPenalty> rows) => OpenTable.Csv(
        "key,agency,party,partyId,decision,violation,facts,basis,penalty,decidedOn,publishedOn,until",
        rows, row => (string[])
        [
            row.Key, row.Agency, row.Party, row.PartyId, row.Decision, row.Violation, row.Facts, row.Basis, row.Penalty, row.DecidedOn, row.PublishedOn,
            Day(row.Until),
        ]);

    private static IResult CertificatesCsv(IAsyncEnumerable<CertificateRow> rows) => OpenTable.Csv(
        "certificate,agency,fields,validFrom,validTo,suspended",
        rows, row => (string[])[row.Certificate, row.Agency, row.Fields, row.ValidFrom, row.ValidTo, row.Suspended ? "true" : "false"]);

    // Whence it is, and as of when, stands in each row: a file that is passed on keeps it.
    private static IResult ResultsCsv(PublicResults results, IAsyncEnumerable<OpenResult> rows) => OpenTable.Csv(
        "draw,agency,item,subject,result,on,codes,source,licence,asOf",
        rows, row => (string[])[row.Draw, row.Agency, row.Item, row.Subject, row.Result, row.On, row.Codes, results.Source, results.Licence, results.AsOf]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One draw as open data.</summary>
    private sealed record DrawRow(
        string Draw, string Plan, string Agency, string Division, string DivisionName, string Item, string DrawnAt, int Subjects, int Drawn,
        string AnnouncementHash, string FrameRoot);

    /// <summary>One plan as open data; ratios by class, as parts of one.</summary>
    private sealed record PlanRow(
        string Plan, string Name, string Agency, string AgencyName, string Division, string DivisionName, string Item, string ItemName, string From, string To, string Ratios, string Source);

    /// <summary>One certificate as open data.</summary>
    private sealed record CertificateRow(string Certificate, string Agency, string Fields, string ValidFrom, string ValidTo, bool Suspended);
}
