using System.CommandLine;
using System.Security.Cryptography;
using Supervision.Console.Shell;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Console.Draws;

/// <summary>The options by which a draw gets its randomness.</summary>
internal sealed class DrawOptions
{
    public Option<string?> Seed { get; } = new("--seed") { HelpName = "TEXT" };

    public Option<string?> Beacon { get; } = new("--beacon") { HelpName = "\"SOURCE CHAIN ROUND\"" };

    public Option<string?> BeaconValue { get; } = new("--beacon-value") { HelpName = "HEX" };

    public Option<string> HashName { get; } = HashOption();

    public Symbol[] All => [Seed, Beacon, BeaconValue, HashName];

    /// <summary>
    /// The inputs, or null with the mistake said: a draw needs either a demonstration text, or a beacon round with its
    /// value; secrets are then drawn at random and opened with the result.
    /// </summary>
    public DrawInputs? Read(CommandRun run, string draw, bool officers = false)
    {
        var kind = KindOf(run.Arguments.GetRequiredValue(HashName));
        if (run.Arguments.GetValue(Seed) is { Length: > 0 } text)
        {
            return officers ? DemoInputs.ForOfficers(text, draw, kind) : DemoInputs.ForSubjects(text, draw, kind);
        }

        if (!BeaconRound.TryParse(run.Arguments.GetValue(Beacon), out var round)
            || !HexDigits.TryRead(run.Arguments.GetValue(BeaconValue), out var value))
        {
            run.Talk.Warn("draw.inputs.missing");
            return null;
        }

        return new DrawInputs(
            kind,
            [round],
            new DrawReveal([RandomNumberGenerator.GetBytes(Commitment.SecretSize)], [value]),
            "If the department withholds its secret the draw is void and is repeated under the next number.",
            []);
    }

    public static HashKind KindOf(string name) => name == "sm3" ? HashKind.Sm3 : HashKind.Sha256;

    public static Option<string> HashOption()
    {
        var option = new Option<string>("--hash") { HelpName = "sha256|sm3", DefaultValueFactory = _ => "sha256" };
        option.AcceptOnlyFromAmong("sha256", "sm3");
        return option;
    }
}
