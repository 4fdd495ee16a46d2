namespace Supervision.Console.Shell;

/// <summary>All that a run takes from outside, so that a test can hand it in.</summary>
/// <param name="Out">Data.</param>
/// <param name="Error">Talk.</param>
/// <param name="OutIsTerminal">Whether a person reads <paramref name="Out"/>.</param>
/// <param name="ErrorIsTerminal">Whether a person reads <paramref name="Error"/>.</param>
/// <param name="Variable">Environment variables.</param>
/// <param name="Time">Clock.</param>
/// <param name="Storage">Where the data live.</param>
/// <param name="Self">How this program is called from the working folder, for commands that it prints.</param>
/// <param name="In">Standard input; null for that of the process.</param>
internal sealed record CliEnvironment(
    TextWriter Out,
    TextWriter Error,
    bool OutIsTerminal,
    bool ErrorIsTerminal,
    Func<string, string?> Variable,
    TimeProvider Time,
    StorageChoice Storage,
    string Self = "supervision",
    TextReader? In = null)
{
    public bool AllowsColour => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public static CliEnvironment OfProcess()
    {
        // Whatever the locale says, files and pipes carry UTF-8.
        if (System.Console.IsOutputRedirected || !OperatingSystem.IsWindows())
        {
            System.Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        return new CliEnvironment(
            System.Console.Out,
            System.Console.Error,
            !System.Console.IsOutputRedirected,
            !System.Console.IsErrorRedirected,
            Environment.GetEnvironmentVariable,
            TimeProvider.System,
            StorageChoice.ByName,
            CallOf(Environment.ProcessPath));
    }

    // Whoever copies a printed command must be able to run it: a program that isn't on the path is named with its folder.
    private static string CallOf(string? program)
    {
        if (program is null || Path.GetFileNameWithoutExtension(program) != "supervision")
        {
            return $"dotnet {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(AppContext.BaseDirectory, "supervision.dll"))}";
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Contains(Path.GetDirectoryName(program), StringComparer.Ordinal)
            ? "supervision"
            : Path.GetRelativePath(Environment.CurrentDirectory, program);
    }
}
