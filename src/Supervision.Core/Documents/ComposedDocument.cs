namespace Supervision.Documents;

/// <summary>A document with all its texts in place, for one audience; a renderer only arranges it. Immutable.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Agency">Name of the agency, printed on top.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Document number as printed; empty for a draft.</param>
/// <param name="Blocks">Blocks in order.</param>
/// <param name="VerificationUrl">What the QR code leads to; null when the document has none.</param>
/// <param name="Audience">Whom it is for.</param>
public sealed record ComposedDocument(
    DocumentKind Kind,
    string Agency,
    string Title,
    string Number,
    IReadOnlyList<DocumentBlock> Blocks,
    Uri? VerificationUrl,
    DocumentAudience Audience);
