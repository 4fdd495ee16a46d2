using System.CommandLine;
using Supervision.Audit;
using Supervision.Console.Shell;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Gives somebody roles for an agency; none takes them back.</summary>
internal static class AccessGrantCommand
{
    public static Command Create(CommandFactory factory)
    {
        var who = new Argument<string>("WHO");
        var roles = new Argument<Roles[]>("ROLES") { Arity = ArgumentArity.OneOrMore };
        var division = new Option<string>("--division") { HelpName = "CODE", DefaultValueFactory = _ => "" };
        return factory.Verb("access.grant", RunAsync, who, roles, division);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var parts = run.Arguments.GetRequiredValue(who).Split('@');
            var all = run.Arguments.GetRequiredValue(roles).Aggregate(Roles.None, (sum, role) => sum | role);
            var grant = new RoleGrant(parts[0], parts.Length == 2 ? parts[1] : "", all, run.Arguments.GetRequiredValue(division));
            await using var services = await run.BeginAsync(cancellationToken);
            var outcome = await services.RunAsync<GrantRoles, Outcome<RoleGrant>>(
                use => use.RunAsync(grant, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var granted, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            AccessListCommand.Show(run, [granted]);
            return ExitCode.Ok;
        }
    }
}
