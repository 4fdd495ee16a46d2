using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;

namespace Supervision.Console.Shell;

/// <summary>The help of a command in the run's language: purpose, usage, parts, an example, exit codes.</summary>
internal sealed class HelpWriter(Texts texts) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(For(parseResult));
        return (int)ExitCode.Ok;
    }

    /// <summary>The words that lead to a command: "supervision import subjects".</summary>
    public static string PathOf(SymbolResult result)
    {
        var words = new Stack<string>();
        for (SymbolResult? level = result; level is not null; level = level.Parent)
        {
            words.Push(level is CommandResult { Command: RootCommand } ? "supervision" : ((CommandResult)level).Command.Name);
        }

        return string.Join(' ', words);
    }

    public static string UsageOf(string path, Command command, Texts texts)
    {
        var usage = new StringBuilder(path);
        if (command.Subcommands.Count > 0)
        {
            usage.Append(' ').Append(texts["help.command"]);
        }

        foreach (var argument in command.Arguments)
        {
            usage.Append(' ').Append(Placeholder(argument));
        }

        return usage.Append(' ').Append(texts["help.options.word"]).ToString();
    }

    private static string Placeholder(Argument argument)
    {
        var name = argument.HelpName ?? argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private string For(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = PathOf(parsed.CommandResult);
        var help = new StringBuilder();
        help.Append(command.Description).Append("\n\n");
        help.Append(texts["help.usage"]).Append("\n  ").Append(UsageOf(path, command, texts)).Append('\n');
        Section(help, "help.commands", command.Subcommands.Select(c => (c.Name, c.Description)));
        Section(help, "help.arguments", command.Arguments.Select(a => (Placeholder(a), a.Description)));
        if (command is not RootCommand)
        {
            Section(help, "help.options", command.Options.Select(Row));
        }

        Section(help, "help.options.every", parsed.RootCommandResult.Command.Options.Select(Row));
        var key = "command" + path["supervision".Length..].Replace(' ', '.') + ".example";
        if (texts.Find(key) is { } example)
        {
            help.Append('\n').Append(texts["help.example"]).Append("\n  ").Append(example).Append('\n');
        }

        return help.Append('\n').Append(texts["help.exit"]).Append('\n').ToString();
    }

    private static (string Name, string? Description) Row(Option option)
    {
        var name = string.Join(", ", option.Aliases.Prepend(option.Name));
        return (option.ValueType == typeof(bool) || option.HelpName is null ? name : $"{name} {option.HelpName}", option.Description);
    }

    private void Section(StringBuilder help, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        var width = all.Max(row => row.Name.Length) + 2;
        help.Append('\n').Append(texts[title]).Append('\n');
        foreach (var (name, description) in all)
        {
            help.Append("  ").Append(name.PadRight(width)).Append(description).Append('\n');
        }
    }
}
