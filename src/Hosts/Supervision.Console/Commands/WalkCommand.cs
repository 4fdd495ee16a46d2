using System.CommandLine;
using System.Globalization;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>The main job from end to end, narrated, on a database of its own.</summary>
internal static class WalkCommand
{
    public static Command Create(CommandFactory factory)
    {
        var subjects = new Option<string?>("--subjects") { HelpName = "FILE" };
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE" };
        var folder = new Option<string>("--out") { HelpName = "FOLDER", DefaultValueFactory = _ => "walk" };
        var seed = new Option<string>("--seed") { HelpName = "TEXT", DefaultValueFactory = _ => "supervision" };
        var rules = RulesOption.Create();
        return factory.Verb("walk", RunAsync, subjects, mapping, folder, seed, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(folder);
            Directory.CreateDirectory(path);
            if (!TryFreshDatabase(run, path, out var database))
            {
                return ExitCode.Failed;
            }

            var time = new SimulatedTime(WalkDays.Draw);
            await using var services = await run.OpenAsync(database, time, run.Arguments.GetValue(rules), cancellationToken);
            var (provider, actor) = services.Whole;
            var story = new WalkStory(provider, actor, time, path, run.Arguments.GetRequiredValue(seed), new WalkVoice(run));
            var result = await story.TellAsync(
                run.Arguments.GetValue(subjects), run.Arguments.GetValue(mapping), cancellationToken);
            Show(run, result, path);
            return result.Draws.TrueForAll(draw => draw.Verified) ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    // The walk's own file is made anew each time; a file that the user named is never touched when it exists.
    private static bool TryFreshDatabase(CommandRun run, string folder, out string database)
    {
        database = run.DatabaseIsGiven ? run.Database : Path.Combine(folder, "walk.db");
        if (run.DatabaseIsGiven && StorageChoice.IsServer(database))
        {
            return true; // what is there already refuses a second walk by itself
        }

        if (run.DatabaseIsGiven && File.Exists(database))
        {
            run.Talk.Warn("walk.database.exists", database);
            return false;
        }

        foreach (var file in new[] { database, database + "-wal", database + "-shm" })
        {
            File.Delete(file);
        }

        return true;
    }

    private static void Show(CommandRun run, WalkResult result, string path) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("draws");
            foreach (var draw in result.Draws)
            {
                json.WriteStartObject();
                json.WriteString("draw", draw.Draw);
                json.WriteNumber("frameCount", draw.Frame);
                json.WriteNumber("selected", draw.Selected);
                json.WriteString("seed", draw.Seed);
                json.WriteBoolean("verified", draw.Verified);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("tasks", result.Tasks);
            json.WriteNumber("unassigned", result.Unassigned);
            json.WriteNumber("recorded", result.Recorded);
            json.WriteNumber("withFindings", result.WithFindings);
            json.WriteNumber("notices", result.Notices);
            json.WriteStartArray("examples");
            foreach (var (subject, credit, standing) in result.Examples)
            {
                json.WriteStartObject();
                json.WriteString("subject", subject);
                json.WriteString("points", credit.Points.ToString(CultureInfo.InvariantCulture));
                json.WriteString("unused", credit.Unused.ToString(CultureInfo.InvariantCulture));
                json.WriteString("composite", credit.CompositeScore.ToString(CultureInfo.InvariantCulture));
                json.WriteString("grade", credit.Grade.ToString());
                json.WriteBoolean("personLinked", credit.PersonLinked);
                json.WriteString("class", standing?.Class.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("journalSize", result.Journal!.Size);
            json.WriteString("journalRoot", result.Journal.Root.ToString());
        },
        output =>
        {
            foreach (var (draw, _, _, _, _) in result.Draws)
            {
                output.Line(run.Texts.Format("draw.verify", run.Self, BundleFolder.Of(path, draw).Path));
            }

            output.Line(run.Texts["walk.end"]);
        });
}
