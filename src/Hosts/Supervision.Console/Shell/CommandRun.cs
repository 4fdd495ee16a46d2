using System.CommandLine;
using Supervision.Audit;

namespace Supervision.Console.Shell;

/// <summary>What the body of a command gets: its arguments, its two voices, its services.</summary>
internal sealed class CommandRun(ParseResult arguments, GlobalOptions options, CliEnvironment environment, Talk talk, Output output)
{
    public ParseResult Arguments { get; } = arguments;

    public Talk Talk { get; } = talk;

    public Output Output { get; } = output;

    public Texts Texts => Talk.Texts;

    /// <summary>The database file.</summary>
    public string Database => Arguments.GetRequiredValue(options.Database);

    /// <summary>Who acts. The console trusts the machine's sign-in and records what it is told.</summary>
    public Actor Actor => GlobalOptions.ActorOf(Arguments.GetRequiredValue(options.Actor));

    /// <summary>The services of this run, with the database opened; dispose of them at the end of the command.</summary>
    public Task<HostServices> OpenAsync(CancellationToken cancellationToken) =>
        HostServices.OpenAsync(Database, environment.Time, environment.Storage, cancellationToken);
}
