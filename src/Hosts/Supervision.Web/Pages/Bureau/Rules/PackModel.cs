using Microsoft.AspNetCore.Mvc;
using Supervision.Policies;
using Supervision.Rules.Publishing;
using Supervision.Web.Studio;

namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>One version: what it says against the one before it, its examples, and its publication by somebody who did not write it.</summary>
internal sealed class PackModel(HostPacks shipped, LiveRulePacks live) : RulesPage(shipped, live)
{
    public PackItem Item { get; private set; } = null!;

    public PackItem? Before { get; private set; }

    public DraftCheck Check { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? policy, string? version, string? hash) =>
        await ReadAsync(policy, version, hash) ? Page() : NotFound();

    /// <summary>Publishes the very text that the page showed.</summary>
    public async Task<IActionResult> OnPostAsync(string? policy, string? version, string? hash)
    {
        if (await PackActAsync<PublishPack>(publish => publish.RunAsync(
            policy ?? "", version ?? "", hash ?? "", Actor, HttpContext.RequestAborted)) is { } published)
        {
            await TakePublishedAsync();
            return Redirect(published.Address);
        }

        return await ReadAsync(policy, version, hash) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(string? policy, string? version, string? hash)
    {
        if (await FindAsync(policy, version, hash) is not { } item)
        {
            return false;
        }

        Item = item;
        Before = await BeforeAsync(item.Policy.Id, item.From, item.Policy.ContentHash);
        Check = DraftCheck.Of(item.File, item.Text, Before);
        return true;
    }
}
