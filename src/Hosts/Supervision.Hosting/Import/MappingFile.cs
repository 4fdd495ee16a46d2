namespace Supervision.Hosting.Import;

/// <summary>A mapping file: how the columns of somebody else's file become our fields. docs/reference/mapping-files.md describes it.</summary>
/// <param name="Mapping">Version of the format: 1.</param>
/// <param name="Of">"subjects", "officers" or "sensor-days".</param>
/// <param name="Fields">By the name of our field.</param>
/// <param name="Comment">For people.</param>
internal sealed record MappingFile(int Mapping, string Of, Dictionary<string, FieldMapping> Fields, string? Comment = null);
