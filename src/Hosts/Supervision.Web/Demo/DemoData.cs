using System.Globalization;
using Supervision.Audit;
using Supervision.Console.Shell;

namespace Supervision.Web.Demo;

/// <summary>The data of the demonstration: the console's walk, told once into a folder.</summary>
internal static class DemoData
{
    /// <summary>Name of the environment in which the host makes its own data.</summary>
    public const string Environment = "Demo";

    public static async Task EnsureAsync(WebSettings settings, CancellationToken cancellationToken)
    {
        if (File.Exists(settings.Database))
        {
            return;
        }

        await TellAsync(["walk", "--out", settings.Published], cancellationToken);
        foreach (var one in DemoUsers.Officers)
        {
            await TellAsync(
                ["access", "grant", $"{one.Person}@{one.Agency}", .. RoleNames(one.Roles), "--db", settings.Database], cancellationToken);
        }

        // A case for the work list: received in time, and waiting to be verified.
        await TellAsync(
            ["case", "open", "demo-1", DemoUsers.Businesses[1].Subject, "--source", "Inspection", "--facts", "擅自印刷他人注册商标标识（示例）", "--db", settings.Database,
             "--actor", $"case-officer@{DemoUsers.Agency}"], cancellationToken);
    }

    private static IEnumerable<string> RoleNames(Roles roles) => roles.ToString().Split(", ");

    private static async Task TellAsync(string[] command, CancellationToken cancellationToken)
    {
        var told = new StringWriter();
        var environment = CliEnvironment.OfProcess() with { Out = told, Error = told, OutIsTerminal = false, ErrorIsTerminal = false };
        var code = await Cli.RunAsync(command, environment, cancellationToken);
        if (code != 0)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The demonstration could not be made ({string.Join(' ', command)}: exit code {code}):\n{told}"));
        }
    }
}
