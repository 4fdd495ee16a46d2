using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Policies;

namespace Supervision.Console.Commands;

/// <summary>A draft is written by one person and published by another; the database then decides by it.</summary>
internal static class RulesPublishCommands
{
    private const int MostDrafts = 500;

    public static Command Write(CommandFactory factory)
    {
        var file = new Argument<FileInfo>("FILE").AcceptExistingOnly();
        return factory.Verb("rules.write", RunAsync, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            var text = await File.ReadAllTextAsync(path.FullName, cancellationToken);
            await using var services = await run.BeginAsync(cancellationToken);
            return Answer(run, await services.RunAsync<WritePack, Outcome<StoredPack>>(
                use => use.RunAsync(path.Name, text, run.Actor, cancellationToken)));
        }
    }

    public static Command Publish(CommandFactory factory)
    {
        var policy = new Argument<string>("POLICY");
        var version = new Argument<string>("VERSION");
        var hash = new Argument<string>("HASH");
        return factory.Verb("rules.publish", RunAsync, policy, version, hash);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            return Answer(run, await services.RunAsync<PublishPack, Outcome<StoredPack>>(use => use.RunAsync(
                run.Arguments.GetRequiredValue(policy), run.Arguments.GetRequiredValue(version), run.Arguments.GetRequiredValue(hash),
                run.Actor, cancellationToken)));
        }
    }

    public static Command List(CommandFactory factory)
    {
        return factory.Verb("rules.list", RunAsync);

        static async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            await using var scope = services.Scope();
            var packs = scope.ServiceProvider.GetRequiredService<IPackStore>();
            Show(run, [.. (await packs.ListPublishedAsync(cancellationToken)).Concat(await packs.ListDraftsAsync(MostDrafts, cancellationToken))
                .OrderBy(pack => pack.Policy.Id, StringComparer.Ordinal).ThenBy(pack => pack.From).ThenBy(pack => pack.WrittenAt)]);
            return ExitCode.Ok;
        }
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ExitCode Answer(CommandRun run, Outcome<StoredPack> outcome)
    {
        if (!outcome.TryGet(out var pack, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        Show(run, [pack]);
        return ExitCode.Ok;
    }

    private static void Show(CommandRun run, IReadOnlyList<StoredPack> packs) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("packs");
            foreach (var pack in packs)
            {
                json.WriteStartObject();
                json.WriteString("policy", pack.Policy.Id);
                json.WriteString("version", pack.Policy.Version);
                json.WriteString("hash", pack.Policy.ContentHash);
                json.WriteString("file", pack.File);
                json.WriteString("from", Day(pack.From));
                json.WriteString("to", pack.End is { } end ? Day(end) : null);
                json.WriteString("writer", $"{pack.Writer.Id}@{pack.Writer.AgencyId}");
                json.WriteString("publisher", pack.Publication is { } by ? $"{by.Publisher.Id}@{by.Publisher.AgencyId}" : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output => output.Table(
            [run.Texts["column.policy"], run.Texts["column.version"], run.Texts["column.hash"], run.Texts["column.from"], run.Texts["column.to"], run.Texts["column.writer"], run.Texts["column.publisher"]],
            packs.Select(pack => (IReadOnlyList<string>)
            [
                pack.Policy.Id, pack.Policy.Version, pack.Policy.ContentHash[..12], Day(pack.From),
                pack.End is { } end ? Day(end) : "", pack.Writer.Id, pack.Publication?.Publisher.Id ?? run.Texts["rules.draft"],
            ])));
}
