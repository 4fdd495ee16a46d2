using System.CommandLine;

namespace Supervision.Console.Shell;

/// <summary>
/// Makes commands whose texts come from the resources: "command.NAME" is the purpose, "command.NAME.example" the
/// example, "command.NAME.PART" the description of an argument or option. NAME has the words joined by dots.
/// </summary>
internal sealed class CommandFactory(Texts texts, GlobalOptions options, CliEnvironment environment)
{
    /// <summary>A noun that only groups verbs.</summary>
    public Command Noun(string name, params Command[] verbs)
    {
        var command = new Command(name[(name.LastIndexOf('.') + 1)..], texts[$"command.{name}"]);
        foreach (var verb in verbs)
        {
            command.Subcommands.Add(verb);
        }

        return command;
    }

    /// <summary>A command that does something. The body gives the exit code; refusals and faults may be thrown.</summary>
    /// <param name="key">Words joined by dots, such as "import.subjects"; the last one is the name.</param>
    /// <param name="body">What it does.</param>
    /// <param name="parts">Its arguments and options.</param>
    public Command Verb(string key, Func<CommandRun, CancellationToken, Task<ExitCode>> body, params Symbol[] parts)
    {
        var command = new Command(key[(key.LastIndexOf('.') + 1)..], texts[$"command.{key}"]);
        foreach (var part in parts)
        {
            part.Description ??= texts[$"command.{key}.{part.Name.TrimStart('-').ToLowerInvariant()}"];
            if (part is Option option)
            {
                command.Options.Add(option);
            }
            else
            {
                command.Arguments.Add((Argument)part);
            }
        }

        command.SetAction(async (arguments, cancellationToken) =>
        {
            // Signals are heard only once this returns: a body that never awaits would be deaf to Ctrl-C.
            await Task.Yield();
            return (int)await Guard.RunAsync(NewRun(arguments), body, cancellationToken);
        });
        return command;
    }

    private CommandRun NewRun(ParseResult arguments)
    {
        var colour = environment.AllowsColour && !arguments.GetValue(options.NoColour);
        var error = Terminal.Create(environment.Error, colour && environment.ErrorIsTerminal, environment.ErrorIsTerminal);
        var data = Terminal.Create(environment.Out, colour && environment.OutIsTerminal, environment.OutIsTerminal);
        var talk = new Talk(
            environment.Error, texts, arguments.GetValue(options.Quiet), arguments.GetValue(options.Verbose), error,
            environment.ErrorIsTerminal && colour);
        return new CommandRun(
            arguments, options, environment, talk,
            new Output(environment.Out, arguments.GetValue(options.Json), data, environment.OutIsTerminal));
    }
}
