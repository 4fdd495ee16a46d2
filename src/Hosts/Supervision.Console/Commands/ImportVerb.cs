using System.CommandLine;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>The parts that the imports of subjects and officers have alike: a file, its mapping, its rejects.</summary>
internal static class ImportVerb
{
    /// <summary>What such a command does; mapping and rejects file are null when they aren't named.</summary>
    public delegate Task<ExitCode> Body(
        CommandRun run, string file, string? mapping, string? rejectsPath, CancellationToken cancellationToken);

    public static Command Create(CommandFactory factory, string key, Body body)
    {
        var file = new Argument<string>("FILE");
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE" };
        var rejects = new Option<string?>("--rejects") { HelpName = "FILE" };
        return factory.Verb(
            key,
            (run, cancellationToken) => body(
                run, run.Arguments.GetRequiredValue(file), run.Arguments.GetValue(mapping), run.Arguments.GetValue(rejects),
                cancellationToken),
            file, mapping, rejects);
    }
}
