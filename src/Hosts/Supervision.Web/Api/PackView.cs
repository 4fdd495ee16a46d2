using Supervision.Decisions;
using Supervision.Web.Studio;

namespace Supervision.Web.Api;

/// <summary>One version of a policy, without its text.</summary>
/// <param name="Policy">Policy id, version, hash.</param>
/// <param name="File">Name of the file.</param>
/// <param name="From">First day in force.</param>
/// <param name="End">First day after it, or null.</param>
/// <param name="IsDraft">Whether it is written and not published.</param>
internal sealed record PackView(PolicyReference Policy, string File, DateOnly From, DateOnly? End, bool IsDraft)
{
    public static PackView Of(PackItem item) => new(item.Policy, item.File, item.From, item.End, item.IsDraft);
}
