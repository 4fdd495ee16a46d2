namespace Supervision.Decisions;

/// <summary>A refusal where no value can carry it: <see cref="Outcome{T}.OrThrow"/> throws it when the caller did not expect one.</summary>
public class RefusedException : InvalidOperationException
{
    /// <summary>Wraps a refusal; the message is its English line.</summary>
    public RefusedException(Refusal refusal)
        : base((refusal ?? throw new ArgumentNullException(nameof(refusal))).ToString()) => Refusal = refusal;

    /// <summary>The refusal that was not expected.</summary>
    public Refusal Refusal { get; }
}
