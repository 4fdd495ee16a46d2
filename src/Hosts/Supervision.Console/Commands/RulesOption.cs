using System.CommandLine;

namespace Supervision.Console.Commands;

/// <summary>The folder with rule packs; without it those published in the database decide, and where it has none those that come with the console.</summary>
internal static class RulesOption
{
    public static Option<string?> Create() => new("--rules") { HelpName = "FOLDER" };
}
