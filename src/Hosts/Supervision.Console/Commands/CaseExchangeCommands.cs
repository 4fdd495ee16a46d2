using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Storage;

namespace Supervision.Console.Commands;

/// <summary>Cases in departments with their own case system, each of which is a folder here: delivered, followed, and reports that were pushed.</summary>
internal static class CaseExchangeCommands
{
    /// <summary>"case send": delivers a case that was handed over.</summary>
    public static Command Send(CommandFactory factory)
    {
        var id = new Argument<string>("CASE");
        var systems = Systems(factory);
        return factory.Verb("case.send", RunAsync, id, systems);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(Folders(run, systems), cancellationToken);
            var outcome = await services.RunAsync<SendCase, Outcome<PenaltyCase>>(
                send => send.RunAsync(run.Arguments.GetRequiredValue(id), run.Actor, cancellationToken));
            return await CaseShowCommand.ShowAsync(run, services, outcome, explain: false, cancellationToken);
        }
    }

    /// <summary>"case follow": takes what the systems reported.</summary>
    public static Command Follow(CommandFactory factory)
    {
        var systems = Systems(factory);
        return factory.Verb("case.follow", RunAsync, systems);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(Folders(run, systems), cancellationToken);
            var round = await services.RunAsync<FollowCases, CaseFollowUp>(follow => follow.RunAsync(run.Actor, cancellationToken));
            run.Output.Show(
                json =>
                {
                    json.WriteNumber("cases", round.Cases);
                    json.WriteNumber("taken", round.Taken);
                    json.WriteStartArray("refused");
                    foreach (var (one, refusal) in round.Refused)
                    {
                        json.WriteStartObject();
                        json.WriteString("case", one);
                        json.WriteString("code", refusal.Code);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteStartArray("untaken");
                    foreach (var (one, number, refusal) in round.Untaken)
                    {
                        json.WriteStartObject();
                        json.WriteString("case", one);
                        json.WriteNumber("report", number);
                        json.WriteString("code", refusal.Code);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                },
                output => output.Line(run.Texts.Format("case.follow.done", round.Cases, round.Taken, round.Refused.Count)));
            foreach (var refusal in round.Untaken.Select(report => report.Refusal).Union(round.Refused.Values))
            {
                run.Talk.Refuse(refusal);
            }

            return round.Refused.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    /// <summary>"case report": takes one report that a department pushed.</summary>
    public static Command Report(CommandFactory factory)
    {
        var file = new Argument<string>("FILE");
        return factory.Verb("case.report", RunAsync, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var read = await FolderCaseSystem.ReadFileAsync(run.Arguments.GetRequiredValue(file), cancellationToken);
            if (!read.TryGet(out var report, out var unread))
            {
                return run.Talk.Refuse(unread);
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<TakeCaseReport, Outcome<PenaltyCase>>(
                take => take.RunAsync(report, run.Actor, cancellationToken));
            return await CaseShowCommand.ShowAsync(run, services, outcome, explain: false, cancellationToken);
        }
    }

    private static Option<string> Systems(CommandFactory factory) =>
        new("--systems") { HelpName = "FOLDER", Required = true, Description = factory.Text("case.option.systems") };

    // Each folder in it is a department's system, named after the agency.
    private static Action<IServiceCollection> Folders(CommandRun run, Option<string> systems) => services =>
    {
        foreach (var folder in Directory.EnumerateDirectories(run.Arguments.GetRequiredValue(systems)))
        {
            services.AddSingleton<ICaseSystem>(new FolderCaseSystem(Path.GetFileName(folder), folder));
        }
    };
}
