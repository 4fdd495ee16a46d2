namespace Supervision.Testing;

/// <summary>An example of a rule pack did not come out as written. The message says which, where, and each difference.</summary>
public sealed class ExampleFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
