using System.CommandLine;
using Supervision.Cases;
using Supervision.Console.Cases;
using Supervision.Console.Shell;
using Supervision.Decisions;
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
        return factory.Verb("case.do", RunAsync, [id, step, .. options.All]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var word = run.Arguments.GetRequiredValue(step);
            if (!CaseEntryOptions.TryTrigger(word, out var trigger))
            {
                run.Talk.Warn("case.step.wrong", word, string.Join(", ", Enum.GetNames<CaseTrigger>()));
                return ExitCode.Usage;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var entry = options.Read(run, trigger, services.Get<AuthorityClock>().Today);
            var outcome = await services.RunAsync<AdvanceCase, Outcome<PenaltyCase>>(advance =>
                advance.RunAsync(run.Arguments.GetRequiredValue(id), entry, run.Actor, cancellationToken));
            return await CaseShowCommand.ShowAsync(run, services, outcome, explain: false, cancellationToken);
        }
    }
}
