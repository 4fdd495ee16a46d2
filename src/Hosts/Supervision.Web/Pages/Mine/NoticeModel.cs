using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Notices;
using Supervision.SelfGovernance;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Pages.Mine;

/// <summary>One point notice: what was found, an objection and its decision, and the tasks by which points are given back.</summary>
internal sealed class NoticeModel(OwnMatters own, AuthorityClock clock, MatterClocks clocks, ICreditPolicy credit) : MinePage(own, clock)
{
    public MatterClocks Clocks => clocks;

    public Matter Notice { get; private set; } = null!;

    /// <summary>What was found, in the words of the checklist where the inspection is known, with what was posted for it.</summary>
    public IReadOnlyList<NoticeFault> Faults { get; private set; } = [];

    /// <summary>Tasks of this notice.</summary>
    public IReadOnlyList<Matter> Tasks { get; private set; } = [];

    /// <summary>What may still be chosen, with the points that it gives back (null where the policy leaves it to the office).</summary>
    public IReadOnlyList<(SelfTaskMaterial Material, RepairTerm? Term)> Materials { get; private set; } = [];

    public string Grounds { get; private set; } = "";

    /// <summary>Within what an objection made today is decided, by the policy; null where it says nothing.</summary>
    public Message? Period => clocks.Policy.Period("PointNotice.Disputed", Today) is { Unit: { } unit } period
        ? Message.Of($"document.period.{unit}", period.Length.ToString(CultureInfo.InvariantCulture))
        : null;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostObjectAsync(string id, string? grounds, CancellationToken cancellationToken)
    {
        Grounds = (grounds ?? "").Trim();
        var done = await TryAsync(() => Own.ActAsync<ObjectToNotice, Matter>(
            (use, actor) => use.RunAsync(id, Grounds, actor, cancellationToken), cancellationToken));
        return await AnswerAsync(id, done is null ? null : $"/mine/notices/{Uri.EscapeDataString(id)}", cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeAsync(string id, string? material, CancellationToken cancellationToken)
    {
        var task = IdOf(id, material ?? "");
        var done = await TryAsync(() => Own.ActAsync<AssignSelfTask, Matter>(
            (use, actor) => use.RunAsync(task, id, material ?? "", SelfTaskMaterials.Shipped, actor, cancellationToken), cancellationToken));
        return await AnswerAsync(id, done is null ? null : $"/mine/tasks/{task}", cancellationToken);
    }

    // One task for a notice and a material: asked twice, it has the same id.
    private static string IdOf(string notice, string material) =>
        $"S-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{notice}\n{material}")))[..24]}";

    private async Task<IActionResult> AnswerAsync(string id, string? address, CancellationToken cancellationToken) =>
        address is not null ? Redirect(address) : await FindAsync(id, cancellationToken) ? Page() : NotFound();

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await Own.FindAsync(id, MatterKind.PointNotice, cancellationToken) is not { } notice)
        {
            return false;
        }

        Notice = notice;
        Tasks = [.. (await Own.ListAsync(MatterKind.SelfTask, cancellationToken)).Where(task => task.ParentId == id)];
        var repairs = credit.Terms(Today).Repairs;
        Materials = notice.State is MatterState.Notified or MatterState.Upheld
            ? [.. SelfTaskMaterials.Shipped.On(Today).Where(material => Tasks.All(task => task.Fact("material") != material.Id)).Select(material => (material, repairs.GetValueOrDefault(material.Kind)))]
            : [];
        Faults = await FaultsAsync(notice, cancellationToken);
        return true;
    }

    // What was scored stands in the notice, code and severity; its points in the lines of the ledger that rest on it.
    private async Task<IReadOnlyList<NoticeFault>> FaultsAsync(Matter notice, CancellationToken cancellationToken)
    {
        var scored = (notice.Fact("faults") ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(fault => fault.Split(' ')).DistinctBy(fault => fault[0], StringComparer.Ordinal)
            .ToDictionary(fault => fault[0], fault => fault[^1].ToLowerInvariant(), StringComparer.Ordinal);
        var history = await Own.ReadAsync<ICreditEventStore, CreditHistory>(store => store.FindAsync(notice.SubjectId!, cancellationToken));
        var posted = credit.Evaluate(history, Today).Lines.Where(line => line.Kind == LedgerLineKind.Posted && line.Cause == notice.Fact("notice"))
            .ToLookup(line => line.Code ?? "", line => line.Points, StringComparer.Ordinal);
        var task = notice.Fact("task") is { } id ? await Own.ReadAsync<ITaskStore, InspectionTask?>(store => store.FindAsync(id, cancellationToken)) : null;
        if (task is null || task.SubjectId != notice.SubjectId)
        {
            return [.. scored.Select(fault => Of(fault.Key, fault.Key))];
        }

        var checklist = await Own.ReadAsync<ICatalogStore, Checklist?>(store => store.FindChecklistAsync(task.Checklist.Id, task.Checklist.Version, cancellationToken));
        return [
            .. task.Entries.Where(entry => entry.Answer == CheckAnswer.NonConform)
                .Select(entry => Of(Said(checklist?.Find(entry.PointId)?.Text ?? entry.PointId, entry.Note), checklist?.Find(entry.PointId)?.ContentCode)),
        ];

        NoticeFault Of(string text, string? code) => new(text, code is null ? null : scored.GetValueOrDefault(code), code is not null && posted.Contains(code) ? posted[code].Sum() : null);
    }

    // Officers often repeat the point before they say what they saw.
    private static string Said(string point, string note) => note.Contains(point, StringComparison.Ordinal) ? note : $"{point} {note}".Trim();
}
