using Supervision.Matters;

namespace Supervision.Web.Api;

/// <summary>What becomes of an objection.</summary>
/// <param name="Step">Annul, Uphold or Extend.</param>
/// <param name="Reason">Why.</param>
internal sealed record ObjectionDecision(MatterTrigger Step, string Reason);
