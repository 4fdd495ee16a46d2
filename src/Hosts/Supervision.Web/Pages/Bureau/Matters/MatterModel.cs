using Microsoft.AspNetCore.Mvc;
using Supervision.Coordination;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Warnings;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>One warning or event: what it is, what happened, its parts, and the steps that are possible now.</summary>
internal sealed class MatterModel(AuthorityClock clock, EventCategories categories) : ActingPage
{
    public Matter Matter { get; private set; } = null!;

    public IReadOnlyList<Matter> Parts { get; private set; } = [];

    /// <summary>Steps that the life-cycle has from here; who takes them, and with what, it decides when they are taken.</summary>
    public IReadOnlyList<MatterTrigger> Steps { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public EventCategories Categories => categories;

    /// <summary>Name of the subject; null when the matter has none.</summary>
    public string? Subject { get; private set; }

    public DateTimeOffset Now => clock.Now;

    public string Text { get; private set; } = "";

    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);

    /// <summary>Name of an agency; its id when it is not in the register.</summary>
    public string NameOf(string agency) => Agencies.FirstOrDefault(one => one.Id == agency)?.Name ?? agency;

    public async Task<IActionResult> OnGetAsync(string id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string id, MatterTrigger step, string? text, string[]? agencies, string? category, string? reference, string? officers)
    {
        Text = text ?? "";
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var entry = new MatterEntry(step, clock.Now)
        {
            Text = Text.Trim(), AgencyIds = [.. (agencies ?? []).Where(agency => agency.Length > 0)], Category = Given(category), Reference = Given(reference),
            OfficerIds = (officers ?? "").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
        object? done = Matter.Kind == MatterKind.Warning
            ? await ActAsync<AdvanceWarning, DispatchedWarning>(use => use.RunAsync(id, entry, Actor, HttpContext.RequestAborted))
            : await ActAsync<AdvanceEvent, Matter>(use => use.RunAsync(id, entry, Actor, HttpContext.RequestAborted));
        return done is null ? Page() : Redirect($"/bureau/matters/{Uri.EscapeDataString(id)}");
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<bool> FindAsync(string id)
    {
        var cancellationToken = HttpContext.RequestAborted;
        if (await Reading<IMatterStore>().FindAsync(id, cancellationToken) is not { Kind: MatterKind.Warning or MatterKind.Event } found)
        {
            return false;
        }

        Matter = found;
        Steps =
        [
            .. MatterLifecycles.Of(found.Kind).Where(transition => transition.From == found.State).Select(transition => transition.Trigger)
                .Where(trigger => trigger is not (MatterTrigger.Repeat or MatterTrigger.Escalate)).Distinct(),
        ];
        Parts = await Reading<IMatterStore>().ListPartsAsync(id, cancellationToken);
        Agencies = await Reading<IOfficerStore>().ListAgenciesAsync(cancellationToken);
        Subject = found.SubjectId is { } subject ? (await Reading<ISubjectStore>().FindAsync(subject, cancellationToken))?.Name ?? subject : null;
        return true;
    }
}
