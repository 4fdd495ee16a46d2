using System.Security.Cryptography;
using System.Text;
using Supervision.Decisions;

namespace Supervision.Web.Api;

/// <summary>
/// Pictures that the evidence of a task names by hash: kept by task and hash in a folder that is not public. The same picture twice is one
/// file. Thread-safe.
/// </summary>
internal sealed class EvidenceFiles(WebSettings settings)
{
    /// <summary>Largest picture, in bytes.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Keeps a picture. SUP7353: the host has no folder for it; SUP7354: it is no JPEG or PNG, or its hash is another.</summary>
    public async Task<Refusal?> KeepAsync(string taskId, string sha256, byte[] picture, CancellationToken cancellationToken)
    {
        if (settings.Evidence is null)
        {
            return Refusal.Of("SUP7353");
        }

        if (TypeOf(picture) is null || sha256 != Convert.ToHexStringLower(SHA256.HashData(picture)))
        {
            return Refusal.Of("SUP7354", taskId, sha256);
        }

        var path = PathOf(settings.Evidence, taskId, sha256);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var written = $"{path}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(written, picture, cancellationToken);
            File.Move(written, path, overwrite: true);
        }

        return null;
    }

    /// <summary>A picture with its media type; null when there is none.</summary>
    public async Task<(byte[] Picture, string Type)?> FindAsync(string taskId, string sha256, CancellationToken cancellationToken)
    {
        if (settings.Evidence is null || sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower) || !File.Exists(PathOf(settings.Evidence, taskId, sha256)))
        {
            return null;
        }

        var picture = await File.ReadAllBytesAsync(PathOf(settings.Evidence, taskId, sha256), cancellationToken);
        return (picture, TypeOf(picture)!);
    }

    private static string? TypeOf(byte[] picture) => picture switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => null,
    };

    // An identifier may be "..": its hash names the folder.
    private static string PathOf(string root, string taskId, string sha256) =>
        Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(taskId)))[..32], sha256);
}
