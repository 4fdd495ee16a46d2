using Supervision.Sampling;

namespace Supervision.Web.Publication;

/// <summary>A draw with its plan, the name of the agency that drew, and the authority's time of the draw.</summary>
internal sealed record PublicDraw(Draw Draw, InspectionPlan Plan, string Agency, DateTimeOffset DrawnAt);
