using System.CommandLine;
using Supervision.Audit;
using Supervision.Console.Shell;
using Supervision.Hashing;
using Supervision.Storage;
using Supervision.Storage.Moving;

namespace Supervision.Console.Commands;

/// <summary>The database as a whole: bring its schema up to date, write it into open files, read them back.</summary>
internal static class DbCommands
{
    public static Command Migrate(CommandFactory factory)
    {
        var hash = new Option<string?>("--journal-hash") { HelpName = "sha256|sm3" };
        hash.AcceptOnlyFromAmong("sha256", "sm3");
        return factory.Verb("db.migrate", RunAsync, hash);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.BeginAsync(cancellationToken);
            var database = services.Get<SupervisionDatabase>();
            if (run.Arguments.GetValue(hash) is { } name)
            {
                await database.ChooseJournalHashAsync(name == "sm3" ? HashKind.Sm3 : HashKind.Sha256, cancellationToken);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("database", database.Location);
                    json.WriteString("engine", database.EngineVersion);
                },
                output => output.Line(run.Texts.Format("db.migrated", database.Location, database.EngineVersion)));
            return ExitCode.Ok;
        }
    }

    public static Command Export(CommandFactory factory) =>
        Move(factory, "db.export", "backup", static (run, stop) => run.OpenAsync(stop), static (copy, folder, cancellationToken) => copy.ExportAsync(folder, cancellationToken));

    public static Command Import(CommandFactory factory) =>
        Move(factory, "db.import", "restore", static (run, stop) => run.BeginAsync(stop), static (copy, folder, cancellationToken) => copy.ImportAsync(folder, cancellationToken));

    private static Command Move(
        CommandFactory factory, string key, string alias, Func<CommandRun, CancellationToken, Task<HostServices>> open, Func<DatabaseCopy, string, CancellationToken, Task<JournalHead>> move)
    {
        var folder = new Argument<string>("FOLDER");
        var command = factory.Verb(key, RunAsync, folder);
        command.Aliases.Add(alias);
        return command;

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(folder);
            await using var services = await open(run, cancellationToken);
            var head = await run.Talk.WaitAsync(
                "db.progress", () => services.RunAsync<DatabaseCopy, JournalHead>(copy => move(copy, path, cancellationToken)));
            run.Output.Show(
                json =>
                {
                    json.WriteString("folder", path);
                    json.WriteNumber("size", head.Size);
                    json.WriteString("root", head.Root.ToString());
                },
                output => output.Line(run.Texts.Format("db.moved", path, head.Size, head.Root)));
            return ExitCode.Ok;
        }
    }
}
