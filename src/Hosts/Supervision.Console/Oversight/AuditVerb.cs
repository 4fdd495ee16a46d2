using System.CommandLine;
using Supervision.Console.Shell;

namespace Supervision.Console.Oversight;

/// <summary>The audits of a period begin alike: its days, how unlikely is suspicious, the database.</summary>
internal static class AuditVerb
{
    /// <summary>Audits the days from the first to the last; answers whether there is something to ask about.</summary>
    public delegate Task<bool> Audit(CommandRun run, HostServices services, DateOnly from, DateOnly to, double level, CancellationToken cancellationToken);

    public static Command Create(CommandFactory factory, string key, Audit audit)
    {
        var from = new Option<DateOnly>("--from") { HelpName = "DATE", Required = true };
        var to = new Option<DateOnly>("--to") { HelpName = "DATE", Required = true };
        var significance = FairnessView.Significance();
        return factory.Verb(key, RunAsync, from, to, significance);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            if (!FairnessView.TryLevel(run, significance, out var level))
            {
                return ExitCode.Usage;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            return await audit(run, services, run.Arguments.GetValue(from), run.Arguments.GetValue(to), level, cancellationToken)
                ? ExitCode.ProblemsFound
                : ExitCode.Ok;
        }
    }
}
