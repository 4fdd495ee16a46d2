using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// A party's secret, encrypted and left with somebody else before the round, so that the last one to reveal cannot stop a
/// draw that does not please it. The ciphertext itself stays with the holder. Immutable.
/// </summary>
/// <param name="CiphertextHash">Hash of the ciphertext by the draw's hash function.</param>
/// <param name="Holder">Who keeps it. One line of text.</param>
public sealed record SecretDeposit(Digest CiphertextHash, string Holder)
{
    /// <summary>The deposit of a ciphertext.</summary>
    public static SecretDeposit Of(HashKind kind, ReadOnlySpan<byte> ciphertext, string holder) =>
        new(Hash.Of(kind, ciphertext), holder);

    /// <summary>Whether a ciphertext is the one that was announced.</summary>
    public bool Holds(HashKind kind, ReadOnlySpan<byte> ciphertext) => Hash.Of(kind, ciphertext) == CiphertextHash;
}
