using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>The inbox of the coordination centre and of the agencies that it sends events to.</summary>
internal sealed class EventsModel(AuthorityClock clock, MatterClocks clocks) : MattersModel(clock, clocks, MatterKind.Event);
