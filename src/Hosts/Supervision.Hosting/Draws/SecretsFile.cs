using System.Text.Json;

namespace Supervision.Hosting.Draws;

/// <summary>
/// What the office keeps back between announcement and draw, in a file that only its owner can read. The secrets of other parties
/// are null until they are opened.
/// </summary>
internal sealed record SecretsFile(IReadOnlyList<string?> Secrets, string? FrameSecret, string? Cycle)
{
    private const string Name = "secrets.json";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static SecretsFile Of(IEnumerable<byte[]?> secrets, byte[]? frameSecret = null, string? cycle = null) =>
        new([.. secrets.Select(Digits)], Digits(frameSecret), cycle);

    public static SecretsFile? Read(BundleFolder folder)
    {
        using var file = folder.Open(Name);
        return file is null ? null : JsonSerializer.Deserialize<SecretsFile>(file, s_json);
    }

    public void Write(BundleFolder folder)
    {
        Directory.CreateDirectory(folder.Path);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(folder.InFolder(Name), options);
        JsonSerializer.Serialize(file, this, s_json);
        file.Flush(flushToDisk: true);
    }

    private static string? Digits(byte[]? secret) => secret is null ? null : Convert.ToHexStringLower(secret);
}
