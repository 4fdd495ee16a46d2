using System.CommandLine;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Time;
using Supervision.Warnings;

namespace Supervision.Console.Commands;

/// <summary>Hands a signal to its model.</summary>
internal static class WarningSignalCommand
{
    public static Command Create(CommandFactory factory)
    {
        var model = new Argument<string>("MODEL");
        var subject = new Argument<string>("SUBJECT");
        var kind = new Argument<string>("KIND");
        var id = new Option<string>("--id") { HelpName = "ID", Required = true };
        var value = new Option<string[]>("--value") { HelpName = "NAME=VALUE" };
        var source = new Option<string>("--source") { HelpName = "NAME", DefaultValueFactory = _ => "system" };
        var doubtful = new Option<bool>("--doubtful");
        var at = MatterOptions.At();
        at.Description = factory.Text("matter.option.at");
        var rules = RulesOption.Create();
        rules.Description = factory.Text("matter.option.rules");
        return factory.Verb("warning.signal", RunAsync, model, subject, kind, id, value, source, doubtful, at, rules);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var arguments = run.Arguments;
            await using var services = await run.OpenAsync(arguments.GetValue(rules), cancellationToken);
            var signal = new RiskSignal(
                arguments.GetRequiredValue(id), arguments.GetRequiredValue(model), arguments.GetRequiredValue(subject),
                arguments.GetRequiredValue(kind), MatterOptions.Instant(arguments.GetValue(at), services.Get<AuthorityClock>().Now),
                MatterOptions.Pairs(arguments.GetValue(value)))
            {
                Source = arguments.GetRequiredValue(source), IsGood = !arguments.GetValue(doubtful),
            };
            var outcome = await services.RunAsync<RaiseWarning, Outcome<SignalResult>>(
                raise => raise.RunAsync(signal, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var result, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var view = MatterCommands.ViewOf(services);
            run.Output.Show(
                json =>
                {
                    json.WriteString("level", result.Assessment.Level.ToString());
                    json.WriteString("model", result.Assessment.Model.ToString());
                    json.WriteBoolean("isNew", result.IsNew);
                    json.WriteString("warning", result.Warning?.Id);
                    json.WriteString("state", result.Warning?.State.ToString());
                    view.Array(json, "parts", result.Parts);
                },
                output =>
                {
                    output.Line(run.Texts.Format("warning.assessed", run.Texts.Word(result.Assessment.Level), result.Warning?.Id ?? "-", result.Warning is { } warning ? run.Texts.Word(warning.State) : "-"));
                    output.Line(result.Assessment.Reasons.In(run.Texts.Culture));
                    if (result.Parts.Count > 0)
                    {
                        view.Table(run, output, result.Parts);
                    }
                });
            return ExitCode.Ok;
        }
    }

    public static MatterCommands.Step Step { get; } = async (services, id, entry, actor, cancellationToken) =>
        (await services.RunAsync<AdvanceWarning, Outcome<DispatchedWarning>>(use => use.RunAsync(id, entry, actor, cancellationToken)))
        .TryGet(out var done, out var refusal) ? done.Warning : refusal;
}
