using System.CommandLine;
using Supervision.Cases;
using Supervision.Console.Cases;
using Supervision.Console.Documents;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Records one step of a case.</summary>
internal static class CaseDoCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("CASE");
        var step = new Argument<string>("STEP");
        var options = new CaseEntryOptions();
        var agency = new Option<string?>("--agency-short") { HelpName = "TEXT" };
        var contact = ContactOption.Create();
        var verify = VerifyOption.Create();
        return factory.Verb("case.do", RunAsync, [id, step, .. options.All, agency, contact, verify]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var word = run.Arguments.GetRequiredValue(step);
            if (!StepWord.TryRead(word, out CaseTrigger trigger))
            {
                run.Talk.Warn("case.step.wrong", word, StepWord.All(Enum.GetValues<CaseTrigger>(), run.Texts));
                return ExitCode.Usage;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var entry = options.Read(run, trigger, services.Get<AuthorityClock>().Today);
            if (run.Arguments.GetValue(agency) is { } agencyShort)
            {
                var (name, phone) = ContactOption.Read(run, contact);
                var desk = new CaseDesk(agencyShort, name, phone, run.Arguments.GetValue(verify));
                return await IssueAsync(run, services, run.Arguments.GetRequiredValue(id), entry, desk, cancellationToken);
            }

            var outcome = await services.RunAsync<AdvanceCase, Outcome<PenaltyCase>>(advance =>
                advance.RunAsync(run.Arguments.GetRequiredValue(id), entry, run.Actor, cancellationToken));
            return await CaseShowCommand.ShowAsync(run, services, outcome, explain: false, cancellationToken);
        }
    }

    private static async Task<ExitCode> IssueAsync(
        CommandRun run, HostServices services, string id, CaseEntry entry, CaseDesk desk, CancellationToken cancellationToken)
    {
        var outcome = await services.RunAsync<TakeDocumentedStep, Outcome<DocumentedStep>>(
            take => take.RunAsync(id, entry, desk, run.Actor, cancellationToken));
        if (!outcome.TryGet(out var taken, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        if (taken.Document is { } document)
        {
            run.Talk.Say("case.document", document.Kind, document.Key, document.Number);
        }

        return await CaseShowCommand.ShowAsync(run, services, taken.Case, explain: false, cancellationToken);
    }
}
