namespace Supervision.Console.Shell;

/// <summary>A file that its owner alone may read, written whole or not at all.</summary>
internal static class SecretFile
{
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var whole = path + ".new";
        File.Delete(whole);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var secret = new StreamWriter(whole, options))
        {
            await secret.WriteAsync(text.AsMemory(), cancellationToken);
        }

        File.Move(whole, path, overwrite: true);
    }
}
