namespace Supervision.Events;

/// <summary>A webhook that is told of events. Immutable.</summary>
/// <param name="Name">Identifier.</param>
/// <param name="Url">Where events are posted: https, or http on this machine.</param>
/// <param name="Types">Types of journal records that are told; empty for all.</param>
/// <param name="SecretFile">File of the host with the HMAC secret, or a private key on P-256 (PEM); the secret itself is never stored.</param>
/// <param name="Position">The first entry that was not looked at yet.</param>
public sealed record Subscription(string Name, string Url, IReadOnlyList<string> Types, string SecretFile, long Position);
