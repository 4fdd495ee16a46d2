using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>Risk warnings, from the signal to the review of what was done.</summary>
internal sealed class WarningsModel(AuthorityClock clock, MatterClocks clocks) : MattersModel(clock, clocks, MatterKind.Warning);
