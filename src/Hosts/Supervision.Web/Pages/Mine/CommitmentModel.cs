using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Matters;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>One promise: its terms, the signature under them, and what became of it.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class CommitmentModel(OwnMatters own, AuthorityClock clock, MatterClocks clocks) : MinePage(own, clock)
{
    private const int MostBytes = 16 * 1024 * 1024;

    public MatterClocks Clocks => clocks;

    /// <summary>The terms that were found broken, in their own words.</summary>
    public IReadOnlyList<string> Broken =>
        [.. (Commitment.Fact("broken") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => Terms?.Points.FirstOrDefault(point => point.Id == id)?.Text ?? id)];

    public Matter Commitment { get; private set; } = null!;

    /// <summary>What is promised; null when the applicant may not promise.</summary>
    public Checklist? Terms { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Signs the terms that were on the screen: by the number of an e-signature, or by the paper whose hash is kept.</summary>
    public async Task<IActionResult> OnPostSignAsync(string id, string? terms, string? signature, IFormFile? paper, CancellationToken cancellationToken)
    {
        var signed = (signature ?? "").Trim();
        if (paper is { Length: > 0 })
        {
            await using var stream = paper.OpenReadStream();
            signed = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }

        var done = await TryAsync(() => Own.ActAsync<SignCommitment, Matter>(
            (use, actor) => use.RunAsync(id, terms ?? "", signed, actor, cancellationToken), cancellationToken));
        return await AnswerAsync(id, done, cancellationToken);
    }

    public async Task<IActionResult> OnPostDeclineAsync(string id, string? text, CancellationToken cancellationToken)
    {
        var done = await TryAsync(() => Own.ActAsync<SignCommitment, Matter>(
            (use, actor) => use.DeclineAsync(id, (text ?? "").Trim(), actor, cancellationToken), cancellationToken));
        return await AnswerAsync(id, done, cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(string id, Matter? done, CancellationToken cancellationToken) =>
        done is not null ? Redirect($"/mine/commitments/{Uri.EscapeDataString(id)}") : await FindAsync(id, cancellationToken) ? Page() : NotFound();

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await Own.FindAsync(id, MatterKind.Commitment, cancellationToken) is not { } found)
        {
            return false;
        }

        Commitment = found;
        Terms = found.Fact("checklist") is { } checklist
            ? await Own.ReadAsync<ICatalogStore, Checklist?>(store => store.FindChecklistAsync(checklist, null, cancellationToken))
            : null;
        return true;
    }
}
