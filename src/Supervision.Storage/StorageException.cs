namespace Supervision.Storage;

/// <summary>The database cannot be used as asked. The message starts with a SUP9xxx code and says what to do.</summary>
public sealed class StorageException(string message, Exception? innerException = null)
    : Exception(message, innerException);
