using Supervision.DecisionSupport;

namespace Supervision.Web.Api;

/// <summary>Figures over time, and audits of the inspections of all agencies.</summary>
internal static class IndicatorsApi
{
    private const double UsualSignificance = 0.001;

    public static void MapIndicators(this RouteGroupBuilder api)
    {
        var indicators = api.MapGroup("/indicators").WithTags("indicators");
        indicators.MapAsk<ShowIndicators, IndicatorResult[]>("", "indicators over time, by agency and by area", (show, call) => show.RunAsync(RequestOf(call), call.Stopped))
            .Takes("from", "first day", isRequired: true).Takes("to", "last day", isRequired: true).Takes("codes", "codes of indicators, separated by commas; all if absent")
            .Takes("grain", "length of a point; Month if absent").Takes("area", "division code; one's own if absent");

        var audits = api.MapGroup("/audits").WithTags("audits");
        audits.MapAsk<AuditVisits, VisitAuditReport>("visits", "pairs, repeats, speed, redraws and burden of inspectors", (audit, call) =>
            audit.RunAsync(From(call), To(call), SignificanceOf(call), call.Actor, call.Stopped))
            .Takes("from", "first day", isRequired: true).Takes("to", "last day", isRequired: true).Takes("significance", "0 to 1; 0.001 if absent");
        audits.MapAsk<AuditVisits, RiskEvaluationReport>("risk", "whether risk classes find more, with officer, station and season beside them", (audit, call) =>
            audit.EvaluateRiskAsync(From(call), To(call), call.Actor, call.Stopped))
            .Takes("from", "first day", isRequired: true).Takes("to", "last day", isRequired: true);
    }

    private static IndicatorRequest RequestOf(ApiCall call) => new(From(call), To(call))
    {
        Codes = call.Text("codes")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Grain = call.Choice<IndicatorGrain>("grain") ?? IndicatorGrain.Month,
        Area = call.Text("area") ?? "",
    };

    private static DateOnly From(ApiCall call) => DateOf(call, "from");

    private static DateOnly To(ApiCall call) => DateOf(call, "to");

    private static DateOnly DateOf(ApiCall call, string name) => call.Value<DateOnly>(name) ?? throw new ApiFieldException("A day is needed, as yyyy-MM-dd.", name);

    private static double SignificanceOf(ApiCall call) => call.Value<double>("significance") switch
    {
        null => UsualSignificance,
        > 0 and < 1 and var value => value,
        _ => throw new ApiFieldException("Between 0 and 1.", "significance"),
    };
}
