using System.CommandLine;

namespace Supervision.Console.Commands;

/// <summary>Where public files go: one folder a draw below it.</summary>
internal static class OutOption
{
    public static Option<string> Create() =>
        new("--out") { HelpName = "FOLDER", DefaultValueFactory = _ => "draws" };
}
