using System.CommandLine;

namespace Supervision.Console.Commands;

/// <summary>The folder with rule packs; without it the packs that come with the console decide.</summary>
internal static class RulesOption
{
    public static Option<string?> Create() => new("--rules") { HelpName = "FOLDER" };
}
