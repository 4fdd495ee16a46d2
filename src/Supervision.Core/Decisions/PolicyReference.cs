namespace Supervision.Decisions;

/// <summary>Which policy decided: enough to find it again and to replay the decision.</summary>
/// <param name="Id">Policy id, such as "yiwu-12-point".</param>
/// <param name="Version">Version as the pack states it, such as "2026.1".</param>
/// <param name="ContentHash">SHA-256 of the pack's bytes, 64 lower-case hexadecimal digits.</param>
public sealed record PolicyReference(string Id, string Version, string ContentHash)
{
    /// <summary>Id, version and the first twelve digits of the hash.</summary>
    public override string ToString() => $"{Id} {Version} ({ContentHash[..Math.Min(12, ContentHash.Length)]})";
}
