using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>A hash function's name: <c>sha-256</c> in an announcement, <c>sha256</c> in JSON, <c>sm3</c> in both.</summary>
internal static class HashNames
{
    public static string InAnnouncement(HashKind kind) => kind == HashKind.Sm3 ? "sm3" : "sha-256";

    public static string InJson(HashKind kind) => kind == HashKind.Sm3 ? "sm3" : "sha256";

    public static bool TryParse(string text, out HashKind kind)
    {
        kind = text switch { "sha-256" => HashKind.Sha256, "sm3" => HashKind.Sm3, _ => default };
        return kind != default;
    }
}
