using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>Point notices: objections that wait for a decision before the rest.</summary>
internal sealed class NoticesModel(AuthorityClock clock, MatterClocks clocks) : MattersModel(clock, clocks, MatterKind.PointNotice);
