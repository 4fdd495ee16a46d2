using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>Self-governance tasks: those handed in wait to be verified, without a visit.</summary>
internal sealed class SelfTasksModel(AuthorityClock clock, MatterClocks clocks) : MattersModel(clock, clocks, MatterKind.SelfTask);
