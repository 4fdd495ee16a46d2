namespace Supervision.Matters;

/// <summary>Reads the documents that hold the numbers and lists of matters.</summary>
internal static class MatterData
{
    public static string Read(string name) => Read("Supervision.Matters.Data", name);

    public static string Read(string folder, string name)
    {
        using var stream = typeof(MatterData).Assembly.GetManifestResourceStream($"{folder}.{name}")
            ?? throw new InvalidOperationException($"The embedded document {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
