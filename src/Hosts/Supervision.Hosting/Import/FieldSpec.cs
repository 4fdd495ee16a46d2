namespace Supervision.Hosting.Import;

/// <summary>One of our fields.</summary>
/// <param name="Name">Column name in our own files, and name in a mapping file.</param>
/// <param name="MaxLength">Longest text.</param>
/// <param name="IsRequired">Whether it must be there and filled.</param>
internal sealed record FieldSpec(string Name, int MaxLength, bool IsRequired = false);
