namespace Supervision.Time;

/// <summary>The documents that are embedded beside this file.</summary>
internal static class TimeData
{
    public static string Read(string name)
    {
        using var stream = typeof(TimeData).Assembly.GetManifestResourceStream($"Supervision.Time.Data.{name}")
            ?? throw new InvalidOperationException($"The embedded document {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
