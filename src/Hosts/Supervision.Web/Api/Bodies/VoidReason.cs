namespace Supervision.Web.Api;

/// <summary>Why an announced draw is void.</summary>
/// <param name="Reason">Why.</param>
/// <param name="WithheldBy">The party that withheld its secret, or null.</param>
internal sealed record VoidReason(string Reason, string? WithheldBy);
