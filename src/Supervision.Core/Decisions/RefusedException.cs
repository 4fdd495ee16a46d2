namespace Supervision.Decisions;

/// <summary>Thrown by <see cref="Outcome{T}.OrThrow"/> when the caller did not expect a refusal.</summary>
public sealed class RefusedException : InvalidOperationException
{
    /// <summary>Wraps a refusal; the message is its English line.</summary>
    public RefusedException(Refusal refusal)
        : base((refusal ?? throw new ArgumentNullException(nameof(refusal))).ToString()) => Refusal = refusal;

    /// <summary>The refusal that was not expected.</summary>
    public Refusal Refusal { get; }
}
