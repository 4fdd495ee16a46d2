using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Supervision.Matters;
using Supervision.SelfGovernance;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>One self-governance task: its questions, what was handed in, and what the office said. An exam is marked on the spot.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class TaskModel(OwnMatters own, AuthorityClock clock) : MinePage(own, clock)
{
    private const int MostBytes = 16 * 1024 * 1024;

    public Matter Task { get; private set; } = null!;

    /// <summary>What is asked; null when the material is no longer in force.</summary>
    public SelfTaskMaterial? Material { get; private set; }

    /// <summary>Answers as typed, or as they were handed in.</summary>
    public Dictionary<string, string> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Hands in the answers; of the pictures of a self-check the hash is kept, the subject keeps the file.</summary>
    public async Task<IActionResult> OnPostAsync(string id, Dictionary<string, string> answers, IFormFile? picture, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Answers = answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Value)).ToDictionary(answer => answer.Key, answer => answer.Value.Trim(), StringComparer.Ordinal);
        string? evidence = null;
        if (picture is { Length: > 0 })
        {
            await using var stream = picture.OpenReadStream();
            evidence = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }

        var done = await TryAsync(() => Own.ActAsync<SubmitSelfTask, Matter>(
            (use, actor) => use.RunAsync(id, Answers, evidence, SelfTaskMaterials.Shipped, actor, cancellationToken), cancellationToken));
        return done is null ? Page() : Redirect($"/mine/tasks/{Uri.EscapeDataString(id)}");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await Own.FindAsync(id, MatterKind.SelfTask, cancellationToken) is not { } task)
        {
            return false;
        }

        Task = task;
        Material = SelfTaskMaterials.Shipped.Find(task.Fact("material")!, Today).TryGet(out var material, out _) ? material : null;
        Answers = Material?.Parts.ToDictionary(part => part.Id, part => task.Fact("answer." + part.Id) ?? "", StringComparer.Ordinal) ?? [];
        return true;
    }
}
