namespace Supervision.Audit;

/// <summary>
/// What a user of a host has set since the operator made the account: a password of the own choice, a second factor. Kept where every host of
/// a database finds it. Immutable.
/// </summary>
/// <param name="UserName">The user, as the host's users file spells the name.</param>
/// <param name="Entry">SHA-256, hexadecimal, of the operator's entry that it stands in place of: a new entry in the users file ends it.</param>
/// <param name="LastStep">The time step of the last one-time code that was taken, so that none is taken twice; 0 for none.</param>
/// <param name="ChangedAt">When the user set it.</param>
/// <param name="Content">The secret itself, encrypted by the host.</param>
public sealed record UserSecret(string UserName, string Entry, long LastStep, DateTimeOffset ChangedAt, ReadOnlyMemory<byte> Content);
