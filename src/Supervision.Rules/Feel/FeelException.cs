namespace Supervision.Rules.Feel;

/// <summary>An expression cannot be used, or (in <see cref="FeelMode.Strict"/>, or past a limit) has no value for this input.</summary>
public sealed class FeelException : Exception
{
    internal FeelException(params IReadOnlyList<FeelError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>What is wrong, in the order of the text; at least one.</summary>
    public IReadOnlyList<FeelError> Errors { get; }
}
