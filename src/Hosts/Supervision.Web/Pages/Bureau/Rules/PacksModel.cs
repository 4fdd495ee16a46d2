using Microsoft.AspNetCore.Mvc;
using Supervision.Policies;
using Supervision.Rules.Publishing;
using Supervision.Web.Studio;

namespace Supervision.Web.Pages.Bureau.Rules;

/// <summary>All packs with their versions; a new draft may be written as text.</summary>
internal sealed class PacksModel(HostPacks shipped, LiveRulePacks live) : RulesPage(shipped, live)
{
    public IReadOnlyList<PackItem> Items { get; private set; } = [];

    /// <summary>What waits for somebody to publish it.</summary>
    public IReadOnlyList<PackItem> Drafts => [.. Items.Where(item => item.IsDraft)];

    public string FileName { get; private set; } = "";

    public string Text { get; private set; } = "";

    public async Task OnGetAsync() => Items = await PacksAsync();

    public async Task<IActionResult> OnPostAsync(string? file, string? text)
    {
        (FileName, Text) = (file is { Length: > 0 } ? file : "pack.yaml", text ?? "");
        if (await PackActAsync<WritePack>(write => write.RunAsync(FileName, Text, Actor, HttpContext.RequestAborted)) is { } draft)
        {
            return Redirect(draft.Address);
        }

        Items = await PacksAsync();
        return Page();
    }
}
