using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>Licences by a promise: applied for, signed, granted, checked.</summary>
internal sealed class CommitmentsModel(AuthorityClock clock, MatterClocks clocks) : MattersModel(clock, clocks, MatterKind.Commitment);
