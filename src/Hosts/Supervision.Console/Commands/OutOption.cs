using System.CommandLine;

namespace Supervision.Console.Commands;

/// <summary>The folder that files are written to; of a draw's public files, one folder a draw below it.</summary>
internal static class OutOption
{
    public static Option<string> Create(string folder = "draws") =>
        new("--out") { HelpName = "FOLDER", DefaultValueFactory = _ => folder };
}
