using System.CommandLine;
using System.Security.Cryptography;
using Supervision.Console.Draws;
using Supervision.Console.Shell;
using Supervision.Inspections;

namespace Supervision.Console.Commands;

/// <summary>Draws officers for the subjects of a draw and adds the public files of the matching.</summary>
internal static class AssignCommand
{
    public static Command Create(CommandFactory factory)
    {
        var draw = new Argument<string>("DRAW");
        var folder = OutOption.Create();
        var inputs = new DrawOptions();
        var cap = new Option<int?>("--cap") { HelpName = "1..65535" };
        var crossStation = new Option<bool>("--cross-station");
        var rotateSince = new Option<DateOnly?>("--rotate-since") { HelpName = "DATE" };
        var joint = new Option<string[]>("--joint") { HelpName = "ITEM", AllowMultipleArgumentsPerToken = true };
        var salted = new Option<bool>("--salted");
        return factory.Verb(
            "assign", RunAsync, [draw, folder, .. inputs.All, cap, crossStation, rotateSince, joint, salted]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var id = run.Arguments.GetRequiredValue(draw);
            if (inputs.Read(run, id, officers: true) is not { } randomness)
            {
                return ExitCode.Usage;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var path = run.Arguments.GetRequiredValue(folder);
            var options = new AssignOptions
            {
                Cap = run.Arguments.GetValue(cap),
                IsCrossStation = run.Arguments.GetValue(crossStation),
                RotateSince = run.Arguments.GetValue(rotateSince),
                JointItems = run.Arguments.GetValue(joint) ?? [],
                ListSecret = run.Arguments.GetValue(salted) ? RandomNumberGenerator.GetBytes(32) : ReadOnlyMemory<byte>.Empty,
            };
            var outcome = await run.Talk.WaitAsync("assign.progress", () => services.Acts.AssignAsync(id, path, randomness, options, cancellationToken));
            if (!outcome.TryGet(out var result, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            Show(run, result, BundleFolder.Of(path, id).Path);
            return result.Unassigned == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static void Show(CommandRun run, AssignResult result, string path) => run.Output.Show(
        json =>
        {
            json.WriteNumber("tasks", result.Tasks.Count);
            json.WriteNumber("unassigned", result.Unassigned);
            json.WriteNumber("officers", result.Match.Officers.Count);
            json.WriteNumber("cap", result.Match.Announcement.Terms.Cap);
            json.WriteStartArray("excludedOfficers");
            foreach (var excluded in result.ExcludedOfficers)
            {
                json.WriteStringValue(excluded.In(run.Texts.Culture));
            }

            json.WriteEndArray();
            json.WriteStartArray("shortages");
            foreach (var shortage in result.Match.Shortages)
            {
                json.WriteStartObject();
                json.WriteString("department", shortage.Department);
                json.WriteNumber("needed", shortage.Needed);
                json.WriteNumber("officers", shortage.OfficerIds.Count);
                json.WriteNumber("room", shortage.Room);
                json.WriteNumber("missing", shortage.Missing);
                json.WriteBoolean("ofQualified", shortage.IsOfQualified);
                json.WriteStartArray("tasks");
                foreach (var task in shortage.TaskIds)
                {
                    json.WriteStringValue(task);
                }

                json.WriteEndArray();
                json.WriteString("text", shortage.Text.In(run.Texts.Culture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("certificate");
            foreach (var node in result.Match.Matching.Infeasible)
            {
                json.WriteStringValue(node);
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Line(run.Texts.Format(
                "assign.made", result.Tasks.Count, result.Match.Officers.Count, result.ExcludedOfficers.Count,
                result.Match.Announcement.Terms.Cap));
            if (result.Unassigned > 0)
            {
                output.Line(run.Texts.Format("assign.unassigned", result.Unassigned));
                foreach (var shortage in result.Match.Shortages)
                {
                    output.Line("  " + shortage.Text.In(run.Texts.Culture));
                }
            }

            output.Line(run.Texts.Format("draw.verify", run.Self, path));
        });
}
