using Spectre.Console;

namespace Supervision.Console.Shell;

/// <summary>Makes consoles that write plain text unless a person is looking.</summary>
internal static class Terminal
{
    // A redirected table must not be folded at the width of a screen that is not there.
    private const int WidthOfAPipe = 1_000;

    public static IAnsiConsole Create(TextWriter writer, bool colour, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // The library writes escape sequences into pipes when it is left to guess.
            Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            // Nothing is ever asked; without it a progress bar would become lines of text.
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
        {
            console.Profile.Width = WidthOfAPipe;
        }

        return console;
    }
}
