using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Console.Shell;

/// <summary>What the body of a command gets: its arguments, its two voices, its services.</summary>
internal sealed class CommandRun(ParseResult arguments, GlobalOptions options, CliEnvironment environment, Talk talk, Output output)
{
    public ParseResult Arguments { get; } = arguments;

    public Talk Talk { get; } = talk;

    public Output Output { get; } = output;

    public Texts Texts => Talk.Texts;

    /// <summary>How this program is called, for commands that it prints.</summary>
    public string Self => environment.Self;

    /// <summary>An environment variable, or null.</summary>
    public string? Variable(string name) => environment.Variable(name);

    /// <summary>The clock of this run, for commands that open no database.</summary>
    public TimeProvider Time => environment.Time;

    /// <summary>The next line of standard input, or an empty text.</summary>
    public string ReadLine() => (environment.In ?? System.Console.In).ReadLine() ?? "";

    /// <summary>The database file.</summary>
    public string Database => Arguments.GetRequiredValue(options.Database);

    /// <summary>Who acts. The console trusts the machine's sign-in about who that is, and the granted roles about what it may do.</summary>
    public Actor Actor => GlobalOptions.ActorOf(Arguments.GetRequiredValue(options.Actor));

    private string? BreakGlass => Arguments.GetValue(options.BreakGlass);

    private string? KeyFile => environment.Variable("SUPERVISION_PERSON_KEYS");

    /// <summary>The bureau's own policies, for commands that show one: they need no database.</summary>
    public BureauPolicies Policies => new(environment.Variable("SUPERVISION_LIST_POLICY"), environment.Variable("SUPERVISION_EVENT_CATEGORIES"));

    /// <summary>Whether the person named the database file.</summary>
    public bool DatabaseIsGiven => Arguments.GetResult(options.Database) is { Implicit: false };

    /// <summary>
    /// The services of this run, with the database opened and without policies: for commands that decide nothing by rule
    /// packs. Dispose of them at the end of the command.
    /// </summary>
    public Task<HostServices> OpenAsync(CancellationToken cancellationToken) => OpenAsync(_ => { }, cancellationToken);

    /// <summary>The same with further services, such as the systems of other departments.</summary>
    public Task<HostServices> OpenAsync(Action<IServiceCollection> more, CancellationToken cancellationToken)
    {
        DemandDatabase();
        return PlainAsync(more, cancellationToken);
    }

    /// <summary>The same for a command with which a bureau's data begin: where there is no database, it makes one.</summary>
    public Task<HostServices> BeginAsync(CancellationToken cancellationToken) => PlainAsync(_ => { }, cancellationToken);

    /// <summary>The services of this run with the policies of a folder; else those that the database has published, and where it has none those that come with the console.</summary>
    public Task<HostServices> OpenAsync(string? rules, CancellationToken cancellationToken)
    {
        DemandDatabase();
        return OpenAsync(Database, environment.Time, rules, cancellationToken);
    }

    /// <summary>The services on another database and clock; the database is made where there is none.</summary>
    public Task<HostServices> OpenAsync(
        string database, TimeProvider time, string? rules, CancellationToken cancellationToken) =>
        HostServices.OpenAsync(
            database, time, environment.Storage, Actor, BreakGlass, RulePackFiles.Load(rules), published: rules is null, KeyFile, Policies, cancellationToken);

    private Task<HostServices> PlainAsync(Action<IServiceCollection> more, CancellationToken cancellationToken) =>
        HostServices.OpenAsync(
            Database, environment.Time, environment.Storage, Actor, BreakGlass, packs: null, published: false, KeyFile, Policies, cancellationToken, more);

    // A name with a slip of the pen would give an empty database, in which nothing is found and everything is in order.
    private void DemandDatabase()
    {
        if (!environment.Storage.IsThere(Database))
        {
            throw new RefusedException(Refusal.Of("SUP1051", Database));
        }
    }
}
