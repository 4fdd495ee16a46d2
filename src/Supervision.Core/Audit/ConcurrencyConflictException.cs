namespace Supervision.Audit;

/// <summary>Somebody else changed the same thing in between: read it again and decide again.</summary>
public sealed class ConcurrencyConflictException(string what, Exception? innerException = null)
    : Exception($"SUP9001: {what} was changed by somebody else in between; read it again and repeat the command.", innerException);
