using Supervision.Audit;
using Supervision.Console.Shell;
using Supervision.Decisions;

namespace Supervision.Console.Journals;

/// <summary>Keys and signed heads as files.</summary>
internal static class HeadFiles
{
    /// <summary>The head in a file, or null when there is no such file.</summary>
    public static async Task<Outcome<SignedHead>?> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? SignedHead.Parse(await File.ReadAllTextAsync(path, cancellationToken)) : null;

    /// <summary>A file as it is, or the witness files of a folder in the order of their days.</summary>
    public static IEnumerable<string> In(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "????-??-??.json").Order(StringComparer.Ordinal)
        : [path];

    /// <summary>The key of a PEM file, or null when it holds none; whoever runs the command is told why. Dispose of it.</summary>
    public static async Task<HeadKey?> KeyAsync(CommandRun run, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            run.Talk.Warn("journal.nofile", path);
            return null;
        }

        if (HeadKey.FromPem(await File.ReadAllTextAsync(path, cancellationToken)).TryGet(out var key, out var refusal))
        {
            return key;
        }

        run.Talk.Warn("journal.key.wrong", path);
        run.Talk.Refuse(refusal);
        return null;
    }
}
