namespace Supervision.Catalog;

/// <summary>Names one version of a checklist by its content.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Version">Version, counted from 1.</param>
/// <param name="ContentHash">SHA-256 of its canonical text, 64 lower-case hexadecimal digits.</param>
public sealed record ChecklistReference(string Id, int Version, string ContentHash);
