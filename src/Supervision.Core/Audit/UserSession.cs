namespace Supervision.Audit;

/// <summary>Somebody who is signed in at a host. Kept where every host of a database finds it, so that it ends everywhere at once. Immutable.</summary>
/// <param name="KeyHash">SHA-256, hexadecimal, of the secret that the person's browser holds: who reads the table cannot take the session over.</param>
/// <param name="PersonId">The actor's id.</param>
/// <param name="PartyId">The agency that the person acts for, or the subject.</param>
/// <param name="Since">When the person signed in.</param>
/// <param name="ExpiresAt">When the session ends unless it is used.</param>
/// <param name="Ticket">What the host needs to know it again, encrypted by the host.</param>
public sealed record UserSession(
    string KeyHash, string PersonId, string PartyId, DateTimeOffset Since, DateTimeOffset ExpiresAt, ReadOnlyMemory<byte> Ticket);
