using Supervision.Matters;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>The lists that the subject is on, may be put on, or was on; what holds or waits before the rest.</summary>
internal sealed class ListsModel(OwnMatters own, AuthorityClock clock) : MinePage(own, clock)
{
    public IReadOnlyList<OwnListing> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Entries = [.. (await Own.ListAsync(MatterKind.ListEntry, cancellationToken)).Select(entry => new OwnListing(entry, Today)).OrderBy(entry => entry.IsOver)];
}
