using System.CommandLine;
using Supervision.Console.Shell;

namespace Supervision.Console.Documents;

/// <summary>Whom the party of a document may ask.</summary>
internal static class ContactOption
{
    public static Option<string> Create() => new("--contact") { HelpName = "NAME,PHONE", DefaultValueFactory = _ => "办公室,12315" };

    public static (string Name, string Phone) Read(CommandRun run, Option<string> option)
    {
        var parts = run.Arguments.GetRequiredValue(option).Split(',', 2);
        return (parts[0], parts[^1]);
    }
}
