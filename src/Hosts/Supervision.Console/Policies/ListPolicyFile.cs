using System.Text.Json;
using Supervision.Decisions;
using Supervision.Lists;

namespace Supervision.Console.Policies;

/// <summary>A bureau's own policy of lists. The environment names it, so that no command of a day goes by another one.</summary>
internal static class ListPolicyFile
{
    /// <summary>Variable with the file.</summary>
    public const string Variable = "SUPERVISION_LIST_POLICY";

    /// <exception cref="RefusedException">SUP1051, SUP1052: the file cannot be read; SUP3174: it is no such policy.</exception>
    public static async Task<ListPolicy> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = TextFile.Decode(TextFile.Open(path));
        try
        {
            return ListPolicy.Parse(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new RefusedException(Refusal.Of("SUP3174", path, exception.Message, Variable));
        }
    }
}
