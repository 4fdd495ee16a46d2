using System.CommandLine;
using Supervision.Console.Oversight;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.DecisionSupport;

namespace Supervision.Console.Commands;

/// <summary>Whether the risk class finds problems, or the officer, the station or the season does.</summary>
internal static class AuditRiskCommand
{
    public static Command Create(CommandFactory factory) => AuditVerb.Create(factory, "audit.risk", async (run, services, from, to, level, cancellationToken) =>
    {
        var report = (await services.RunAsync<AuditVisits, Outcome<RiskEvaluationReport>>(
            use => use.EvaluateRiskAsync(from, to, run.Actor, cancellationToken))).OrThrow();
        run.Output.Show(json => RiskEvaluationView.Write(json, report, level), output => RiskEvaluationView.Show(run, output, report, level));
        return RiskEvaluationView.IsSuspicious(report, level);
    });
}
