namespace Supervision.Web.Api;

/// <summary>A signature under a promise.</summary>
/// <param name="Terms">Content hash of the terms that were read.</param>
/// <param name="Signature">Who signed, or the reference of the signature.</param>
internal sealed record CommitmentSignature(string Terms, string Signature);
