using System.Diagnostics.CodeAnalysis;

namespace Supervision.Decisions;

/// <summary>What a use case returns: the result, or the refusal with its reason. Exactly one of them is there.</summary>
/// <typeparam name="T">The result.</typeparam>
public sealed class Outcome<T> : IOutcome
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>The refusal, or null when there is a result.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a result.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>A result as an outcome.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Outcome.Of is the named form.")]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal as an outcome.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Outcome.Of is the named form.")]
    public static implicit operator Outcome<T>(Refusal refusal) =>
        new(default, refusal ?? throw new ArgumentNullException(nameof(refusal)));

    /// <summary>The lenient reading: true with the result, or false with the refusal.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = Refusal;
        return refusal is null;
    }

    /// <summary>The strict reading: the result, or an exception.</summary>
    /// <exception cref="RefusedException">There is a refusal.</exception>
    public T OrThrow() => TryGet(out var value, out var refusal) ? value : throw new RefusedException(refusal);
}
