using Supervision.Coordination;

namespace Supervision.Web.Pages.Bureau.Plans;

/// <summary>What a merge left out, and what it notes, with the names of subjects and agencies. Immutable.</summary>
internal sealed record LeftOut(IReadOnlyList<DroppedCheck> Dropped, IReadOnlyList<MergeNote> Notes, Func<string, string> Subject, Func<string, string> Agency);
