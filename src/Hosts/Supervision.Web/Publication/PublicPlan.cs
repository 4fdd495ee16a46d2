using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>An approved plan with the name of its agency and of what it inspects.</summary>
internal sealed record PublicPlan(InspectionPlan Plan, string Agency, string Item);
