using System.CommandLine;
using Supervision.Cases;
using Supervision.Console.Cases;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>A case with its steps and clocks; as a timeline also how each clock was counted.</summary>
internal static class CaseShowCommand
{
    /// <summary>The command "case show", or "case timeline" with the explanations.</summary>
    public static Command Create(CommandFactory factory, string key, bool explain)
    {
        var id = new Argument<string>("CASE");
        return factory.Verb(key, RunAsync, id);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var caseId = run.Arguments.GetRequiredValue(id);
            var found = await services.RunAsync<ICaseStore, PenaltyCase?>(store => store.FindAsync(caseId, cancellationToken));
            Outcome<PenaltyCase> outcome = found is null ? Refusal.Of("SUP2300", caseId) : found;
            return await ShowAsync(run, services, outcome, explain, cancellationToken);
        }
    }

    public static async Task<ExitCode> ShowAsync(
        CommandRun run, HostServices services, Outcome<PenaltyCase> outcome, bool explain, CancellationToken cancellationToken)
    {
        if (!outcome.TryGet(out var one, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        var party = await services.RunAsync<ISubjectStore, Subject?>(store => store.FindAsync(one.SubjectId, cancellationToken));
        var clocks = CaseDeadlines.Of(one, services.Get<CaseLaw>(), party?.Kind ?? SubjectKind.Enterprise);
        var today = services.Get<AuthorityClock>().Today;
        var account = one is { IsFined: true, Service: not null } ? FineAccount.Of(one, services.Get<CaseLaw>(), today) : null;
        run.Output.Show(json => CaseView.Write(json, one, clocks, account, today), output => CaseView.Show(run, output, one, party, clocks, account, today, explain));
        return ExitCode.Ok;
    }
}
