namespace Supervision.Decisions;

/// <summary>The documents that come inside the library: policies, calendars, standards, templates.</summary>
internal static class ShippedDocument
{
    /// <summary>Text of a document by its name, which is its namespace and file name: "Supervision.Time.Data.2026.json".</summary>
    /// <exception cref="InvalidOperationException">The library was built without it.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(ShippedDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded document {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
