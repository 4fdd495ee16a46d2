using Microsoft.AspNetCore.Mvc;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>One entry of a list: why, from when to when, what follows from it; the plea before it is decided, and the request to be taken off.</summary>
internal sealed class ListModel(OwnMatters own, AuthorityClock clock, MatterClocks clocks) : MinePage(own, clock)
{
    public MatterClocks Clocks => clocks;

    public OwnListing Listing { get; private set; } = null!;

    /// <summary>Restrictions that follow from it and end with it.</summary>
    public IReadOnlyList<Matter> Measures { get; private set; } = [];

    public string Typed { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Pleads before the agency decides.</summary>
    public Task<IActionResult> OnPostPleadAsync(string id, string? text, CancellationToken cancellationToken) =>
        TakeAsync(id, MatterTrigger.Plead, text, [], cancellationToken);

    /// <summary>Asks to be taken off, and says which of what that asks for is done.</summary>
    public Task<IActionResult> OnPostAskAsync(string id, string? text, string[]? done, CancellationToken cancellationToken) =>
        TakeAsync(id, MatterTrigger.RequestRemoval, text, done ?? [], cancellationToken);

    private async Task<IActionResult> TakeAsync(string id, MatterTrigger trigger, string? text, string[] done, CancellationToken cancellationToken)
    {
        Typed = (text ?? "").Trim();
        var entry = new MatterEntry(trigger, Now) { Text = Typed, Facts = done.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => "yes", StringComparer.Ordinal) };
        var taken = await TryAsync(() => Own.ActAsync<AdvanceListing, IReadOnlyList<Matter>>(
            (use, actor) => use.RunAsync(id, entry, actor, cancellationToken), cancellationToken));
        return taken is not null ? Redirect($"/mine/lists/{Uri.EscapeDataString(id)}") : await FindAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await Own.FindAsync(id, MatterKind.ListEntry, cancellationToken) is not { } found)
        {
            return false;
        }

        Listing = new OwnListing(found, Today);
        Measures = [.. (await Own.ListAsync(MatterKind.ListEntry, cancellationToken)).Where(measure => measure.ParentId == id)];
        return true;
    }
}
