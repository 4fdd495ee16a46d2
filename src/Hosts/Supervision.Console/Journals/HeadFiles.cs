using System.Security.Cryptography;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Console.Journals;

/// <summary>Keys and signed heads as files.</summary>
internal static class HeadFiles
{
    /// <summary>The head in a file, or null when there is no such file.</summary>
    public static async Task<Outcome<SignedHead>?> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? SignedHead.Parse(await File.ReadAllTextAsync(path, cancellationToken)) : null;

    /// <summary>The key of a PEM file, or null when there is none in it. Dispose of it.</summary>
    public static async Task<ECDsa?> KeyAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(await File.ReadAllTextAsync(path, cancellationToken));
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
