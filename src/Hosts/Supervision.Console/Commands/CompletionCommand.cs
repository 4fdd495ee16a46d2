using System.CommandLine;
using Supervision.Console.Shell;

namespace Supervision.Console.Commands;

internal static class CompletionCommand
{
    // The scripts hand the line without the program's name to the [suggest] directive, which knows every command.
    private const string Bash = """
        _supervision() {
            local cur="${COMP_WORDS[COMP_CWORD]}" line="${COMP_LINE#* }"
            local position=$(( COMP_POINT - ${#COMP_LINE} + ${#line} ))
            COMPREPLY=( $(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${position}]" "$line" 2>/dev/null)" -- "$cur") )
        }
        complete -o default -F _supervision supervision
        """;

    private const string Zsh = """
        #compdef supervision
        _supervision() {
            local line="${BUFFER#* }"
            local position=$(( CURSOR - ${#BUFFER} + ${#line} ))
            local -a found=( ${(f)"$(supervision "[suggest:${position}]" "$line" 2>/dev/null)"} )
            compadd -a found || _files
        }
        compdef _supervision supervision
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName supervision -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString()
            $rest = if ($line.Contains(' ')) { $line.Substring($line.IndexOf(' ') + 1) } else { '' }
            $position = $cursorPosition - ($line.Length - $rest.Length)
            supervision "[suggest:$position]" "$rest" 2>$null | Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(CommandFactory factory)
    {
        var shell = new Argument<string>("SHELL") { HelpName = "bash|zsh|pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        return factory.Verb(
            "completion",
            (run, _) =>
            {
                run.Output.Line(run.Arguments.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Pwsh });
                return Task.FromResult(ExitCode.Ok);
            },
            shell);
    }
}
