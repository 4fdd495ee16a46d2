using Supervision.Comparison;

namespace Supervision.Web.Api;

/// <summary>Saved comparisons of three registers: what they found, and what an officer found out about it.</summary>
internal static class ComparisonsApi
{
    public static void MapComparisons(this RouteGroupBuilder api)
    {
        var comparisons = api.MapGroup("/comparisons").WithTags("comparisons");
        comparisons.MapFind("{id}", "one comparison", call => call.Get<IComparisonStore>().FindRunAsync(call.Id, call.Stopped));
        comparisons.MapList("{id}/findings", "what a comparison found", (call, page) =>
            call.Get<IComparisonStore>().ListAsync(call.Id, call.Choice<FindingJudgement>("judgement"), page.After, page.Limit, call.Stopped), found => found.Finding.Id)
            .Takes("judgement", "what became of it");
        comparisons.MapCommand<JudgeFinding, FindingVerdict, JudgedFinding>("findings/{id}/judgement", "says whether a finding is so", (judge, call) =>
            judge.RunAsync(call.Id, call.Body.IsSo, call.Body.Reason, call.Body.ReportTo, call.Actor, call.Stopped));
    }

    /// <summary>Whether a finding is so.</summary>
    /// <param name="IsSo">Whether it is.</param>
    /// <param name="Reason">What was looked at.</param>
    /// <param name="ReportTo">Agency that gets it as an event, when it is so.</param>
    internal sealed record FindingVerdict(bool IsSo, string Reason, string? ReportTo = null);
}
