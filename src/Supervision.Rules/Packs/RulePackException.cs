namespace Supervision.Rules.Packs;

/// <summary>A rule pack, or a set of them, cannot be used. Carries every error found, in the order of the file.</summary>
public sealed class RulePackException : Exception
{
    /// <summary>Wraps the errors; the message is their English lines.</summary>
    public RulePackException(IReadOnlyList<RulePackError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>The errors, at least one.</summary>
    public IReadOnlyList<RulePackError> Errors { get; }
}
