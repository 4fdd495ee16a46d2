using System.CommandLine;
using Supervision.Audit;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

/// <summary>Who has which roles.</summary>
internal static class AccessListCommand
{
    public static Command Create(CommandFactory factory)
    {
        return factory.Verb("access.list", RunAsync);

        static async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            Show(run, await services.RunAsync<IRoleStore, IReadOnlyList<RoleGrant>>(store => store.ListAsync(cancellationToken)));
            return ExitCode.Ok;
        }
    }

    public static void Show(CommandRun run, IReadOnlyList<RoleGrant> grants) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("grants");
            foreach (var grant in grants)
            {
                json.WriteStartObject();
                json.WriteString("actor", $"{grant.ActorId}@{grant.AgencyId}");
                json.WriteString("roles", grant.Roles.ToString());
                json.WriteString("division", grant.DivisionCode);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output => output.Table(
            [run.Texts["column.actor"], run.Texts["column.roles"], run.Texts["column.division"]],
            grants.Select(grant => (IReadOnlyList<string>)[$"{grant.ActorId}@{grant.AgencyId}", run.Texts.Word(grant.Roles), DivisionNames.Of(grant.DivisionCode)])));
}
