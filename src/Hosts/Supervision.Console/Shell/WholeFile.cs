namespace Supervision.Console.Shell;

/// <summary>Writes a file that appears when it is complete, never half.</summary>
internal static class WholeFile
{
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        var part = path + ".part";
        T result;
        await using (var file = File.Create(part))
        {
            result = await write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        return result;
    }
}
