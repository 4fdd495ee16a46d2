using Microsoft.AspNetCore.Mvc;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>The point notices of the subject, and what agencies sent it to take note of.</summary>
internal sealed class NoticesModel(OwnMatters own, AuthorityClock clock) : MinePage(own, clock)
{
    public IReadOnlyList<Matter> Notices { get; private set; } = [];

    /// <summary>Receipts of what was pushed; those that wait before those that were given.</summary>
    public IReadOnlyList<Matter> Receipts { get; private set; } = [];

    /// <summary>Text of what was pushed, by the id of the push.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Takes note of what was sent.</summary>
    public async Task<IActionResult> OnPostAsync(string receipt, CancellationToken cancellationToken)
    {
        var done = await TryAsync(() => Own.ActAsync<AcknowledgeReceipt, Matter>(
            (use, actor) => use.RunAsync(receipt, "", actor, cancellationToken), cancellationToken));
        if (done is not null)
        {
            return Redirect("/mine/notices");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Notices = await Own.ListAsync(MatterKind.PointNotice, cancellationToken);
        Receipts = [.. (await Own.ListAsync(MatterKind.Receipt, cancellationToken)).Where(receipt => receipt.Category == nameof(MatterKind.Push)).OrderBy(receipt => receipt.State)];
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var push in Receipts.Select(receipt => receipt.ParentId!).Distinct(StringComparer.Ordinal))
        {
            texts[push] = (await Own.ReadAsync<IMatterStore, Matter?>(store => store.FindAsync(push, cancellationToken)))?.Fact("text") ?? "";
        }

        Texts = texts;
    }
}
