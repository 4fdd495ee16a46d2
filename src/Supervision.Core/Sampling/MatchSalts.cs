using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Salts the leaves of a matching's lists, so that nobody can guess a load or a recusal from a leaf: HMAC-H(secret, name)[:16],
/// the name being the officer id, the task id, or both of a recusal with <c>/</c> between. Pure.
/// </summary>
internal static class MatchSalts
{
    /// <summary>The roster with salts.</summary>
    /// <exception cref="ArgumentException">SUP4200: the secret is not 32 bytes long; so for the other lists.</exception>
    public static IReadOnlyList<MatchOfficer> Roster(HashKind kind, ReadOnlySpan<byte> secret, IEnumerable<MatchOfficer> officers)
    {
        var key = Checked(secret);
        return [.. officers.Select(officer => officer with { Salt = Of(kind, key, officer.Id) })];
    }

    /// <summary>The task list with salts.</summary>
    public static IReadOnlyList<MatchTask> Tasks(HashKind kind, ReadOnlySpan<byte> secret, IEnumerable<MatchTask> tasks)
    {
        var key = Checked(secret);
        return [.. tasks.Select(task => task with { Salt = Of(kind, key, task.Id) })];
    }

    /// <summary>The recusals with salts.</summary>
    public static IReadOnlyList<MatchRecusal> Recusals(HashKind kind, ReadOnlySpan<byte> secret, IEnumerable<MatchRecusal> recusals)
    {
        var key = Checked(secret);
        return [.. recusals.Select(recusal => recusal with { Salt = Of(kind, key, $"{recusal.OfficerId}/{recusal.TaskId}") })];
    }

    private static byte[] Checked(ReadOnlySpan<byte> secret) => secret.Length == Commitment.SecretSize
        ? secret.ToArray()
        : throw Invalid.Argument(nameof(secret), "SUP4200", Invariant.Text(secret.Length));

    private static string Of(HashKind kind, byte[] secret, string name)
    {
        Span<byte> mac = stackalloc byte[Digest.Size];
        Hmac.Of(kind, secret, Encoding.ASCII.GetBytes(name)).CopyTo(mac);
        return Convert.ToHexStringLower(mac[..FrameSalts.Size]);
    }
}
