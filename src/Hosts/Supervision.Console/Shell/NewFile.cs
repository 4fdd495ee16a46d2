namespace Supervision.Console.Shell;

/// <summary>Writes a first file to change, and never over one that a person has changed already.</summary>
internal static class NewFile
{
    /// <param name="run">The run.</param>
    /// <param name="key">"KEY.exists" says that it is there already, "KEY.done" that it was written, and what comes next.</param>
    /// <param name="folder">Where to; made when it is not there.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ExitCode> WriteAsync(CommandRun run, string key, string folder, string name, string content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            run.Talk.Warn(key + ".exists", path);
            return ExitCode.Failed;
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, content, cancellationToken);
        run.Output.Show(json => json.WriteString("file", path), output => output.Line(run.Texts.Format(key + ".done", path)));
        return ExitCode.Ok;
    }
}
