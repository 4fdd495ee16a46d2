namespace Supervision.Registry;

/// <summary>An issued document that lost personal data; number and hash stay.</summary>
/// <param name="Key">What the document is about, such as a case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ContentHash">Its hash, as the journal has it.</param>
public sealed record ErasedDocument(string Key, string Number, string ContentHash);
