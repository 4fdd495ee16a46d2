namespace Supervision.Registry;

/// <summary>A row of an import file: what it says, or why it cannot be read.</summary>
/// <typeparam name="T">Subject or officer.</typeparam>
/// <param name="Row">Line number in the file, the header being 1.</param>
/// <param name="Value">What the row says; null when it cannot be read.</param>
/// <param name="Reject">Why not; null when it can.</param>
public readonly record struct ImportRow<T>(long Row, T? Value, ImportReject? Reject)
    where T : class;
