using Microsoft.AspNetCore.Mvc;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Notices;
using Supervision.Registry;
using Supervision.SelfGovernance;
using Supervision.Time;
using Supervision.Warnings;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>One matter - a warning, an event, a promise, a point notice, an entry of a list, a self-governance task: what it is, what happened, its parts, and the steps that are possible now.</summary>
internal sealed class MatterModel(AuthorityClock clock, MatterClocks clocks, EventCategories categories) : ActingPage
{
    // Steps that others take: the program by itself, the subject, or the conclusion from a check.
    private static readonly MatterTrigger[] s_notHere =
    [
        MatterTrigger.Repeat, MatterTrigger.Escalate, MatterTrigger.Submit, MatterTrigger.Qualify, MatterTrigger.Sign, MatterTrigger.Keep, MatterTrigger.Breach,
    ];

    // Steps of the subject that an officer may write down for it: not what somebody opens the page for.
    private static readonly MatterTrigger[] s_ofTheSubject = [MatterTrigger.Plead, MatterTrigger.RequestRemoval, MatterTrigger.Object];

    public Matter Matter { get; private set; } = null!;

    public IReadOnlyList<Matter> Parts { get; private set; } = [];

    /// <summary>Steps that the life-cycle has from here; who takes them, and with what, it decides when they are taken.</summary>
    public IReadOnlyList<MatterTrigger> Steps { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>Whether a step that is possible now names officers: who came to the place, or who checks a promise.</summary>
    public bool TakesOfficers => Steps.Contains(MatterTrigger.ArriveOnSite) || (Matter.Kind == MatterKind.Commitment && Steps.Contains(MatterTrigger.Dispatch));

    public OfficerPick Officers { get; private set; } = OfficerPick.None;

    public EventCategories Categories => categories;

    /// <summary>Name of the subject; null when the matter has none.</summary>
    public string? Subject { get; private set; }

    public MatterClocks Clocks => clocks;

    public DateTimeOffset Now => clock.Now;

    public string Text { get; private set; } = "";

    /// <summary>The step that is filled in, or null.</summary>
    public MatterTrigger? Chosen { get; private set; }

    /// <summary>The roles of which one takes the steps of such a matter.</summary>
    public Roles Takes => Matter.Kind switch
    {
        MatterKind.Warning => TakesOf<AdvanceWarning>(),
        MatterKind.Commitment => TakesOf<AdvanceCommitment>(),
        MatterKind.SelfTask => TakesOf<VerifySelfTask>(),
        MatterKind.ListEntry => TakesOf<LiftListEntry>() | TakesOf<AdvanceListing>(),
        MatterKind.PointNotice => TakesOf<ObjectToNotice>() | TakesOf<DecideObjection>(),
        _ => TakesOf<AdvanceEvent>(),
    };

    public bool MayAct => (Takes & Actor.Roles) != Roles.None;

    /// <summary>What was handed in for a self-governance task: questions with their answers.</summary>
    public IReadOnlyList<(string Question, string Answer)> Answers { get; private set; } = [];

    /// <summary>What was promised; empty for anything but a promise.</summary>
    public IReadOnlyList<string> Terms { get; private set; } = [];

    /// <summary>What a removal from a list asks for, each the name of a fact; empty for anything but an entry of a list.</summary>
    public IReadOnlyList<string> Asks => (Matter.Fact("asks") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a promise waits for the conclusion from its check or recheck.</summary>
    public bool IsToBeConcluded => Matter is { Kind: MatterKind.Commitment, State: MatterState.CheckDispatched or MatterState.Ordered };

    /// <summary>Address of the list that the matter stands in.</summary>
    public string Back => Matter.Kind switch
    {
        MatterKind.Warning => "/bureau/warnings",
        MatterKind.Commitment => "/bureau/commitments",
        MatterKind.PointNotice => "/bureau/notices",
        MatterKind.SelfTask => "/bureau/self-tasks",
        MatterKind.ListEntry => "/bureau/lists",
        _ => "/bureau/events",
    };

    public DateTimeOffset Local(DateTimeOffset instant) => clock.Local(instant);

    /// <summary>Name of an agency; its id when it is not in the register.</summary>
    public string NameOf(string agency) => Agencies.FirstOrDefault(one => one.Id == agency)?.Name ?? agency;

    public async Task<IActionResult> OnGetAsync(string id, MatterTrigger? step)
    {
        Chosen = step;
        return await FindAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(
        string id, MatterTrigger step, string? text, string[]? agencies, string? category, string? reference, string[]? officers, string[]? done)
    {
        (Text, Chosen) = (text ?? "", step);
        if (!await FindAsync(id, officers))
        {
            return NotFound();
        }

        if (!Officers.Ids().TryGet(out var named, out var unclear))
        {
            Refuse(unclear);
            return Page();
        }

        var entry = new MatterEntry(step, clock.Now)
        {
            Text = Text.Trim(), AgencyIds = [.. (agencies ?? []).Where(agency => agency.Length > 0)], Category = Given(category), Reference = Given(reference),
            Facts = (done ?? []).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => "yes", StringComparer.Ordinal),
            OfficerIds = named,
        };
        return await TakeAsync(entry) is null ? Page() : Redirect($"/bureau/matters/{Uri.EscapeDataString(id)}");
    }

    /// <summary>Draws the conclusion from the check of a promise: kept, broken, or after an order corrected or not.</summary>
    public async Task<IActionResult> OnPostConcludeAsync(string id) =>
        !await FindAsync(id) ? NotFound()
        : await ActAsync<ConcludeCommitment, ConcludedCommitment>(use => use.RunAsync(id, Actor, HttpContext.RequestAborted)) is null ? Page()
        : Redirect($"/bureau/matters/{Uri.EscapeDataString(id)}");

    private async Task<object?> TakeAsync(MatterEntry entry)
    {
        var (id, stopped) = (Matter.Id, HttpContext.RequestAborted);
        if (!Steps.Contains(entry.Trigger))
        {
            Refuse(Refusal.Of("SUP7002", entry.Trigger.ToString(), Matter.State.ToString(), string.Join(", ", Steps)));
            return null;
        }

        return Matter.Kind switch
        {
            MatterKind.Warning => await ActAsync<AdvanceWarning, DispatchedWarning>(use => use.RunAsync(id, entry, Actor, stopped)),
            MatterKind.Commitment => await ActAsync<AdvanceCommitment, Matter>(use => use.RunAsync(id, entry, Actor, stopped)),
            MatterKind.SelfTask => await ActAsync<VerifySelfTask, Matter>(use => use.RunAsync(id, entry.Trigger == MatterTrigger.Verify, entry.Text, Actor, stopped)),
            MatterKind.ListEntry when entry.Trigger is MatterTrigger.Lift or MatterTrigger.Annul => await ActAsync<LiftListEntry, Matter>(use => use.RunAsync(id, entry, Actor, stopped)),
            MatterKind.ListEntry => await ActAsync<AdvanceListing, IReadOnlyList<Matter>>(use => use.RunAsync(id, entry, Actor, stopped)),
            MatterKind.PointNotice when entry.Trigger == MatterTrigger.Object => await ActAsync<ObjectToNotice, Matter>(use => use.RunAsync(id, entry.Text, Actor, stopped)),
            MatterKind.PointNotice => await ActAsync<DecideObjection, Matter>(use => use.RunAsync(id, entry.Trigger, entry.Text, Actor, stopped)),
            _ => await ActAsync<AdvanceEvent, Matter>(use => use.RunAsync(id, entry, Actor, stopped)),
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<bool> FindAsync(string id, string[]? officers = null)
    {
        var cancellationToken = HttpContext.RequestAborted;
        if (await Reading<IMatterStore>().FindAsync(id, cancellationToken) is not
            { Kind: MatterKind.Warning or MatterKind.Event or MatterKind.Commitment or MatterKind.PointNotice or MatterKind.SelfTask or MatterKind.ListEntry } found)
        {
            return false;
        }

        Matter = found;
        Steps =
        [
            .. MatterLifecycles.Of(found.Kind).Where(transition => transition.From == found.State).Select(transition => transition.Trigger)
                .OrderBy(trigger => s_ofTheSubject.Contains(trigger)).Where(trigger => !s_notHere.Contains(trigger) && !(found.Kind == MatterKind.Commitment && trigger is MatterTrigger.Recheck or MatterTrigger.FailRecheck)).Distinct(),
        ];
        if (TakesOfficers && MayAct)
        {
            Officers = await OfficerPick.OfAsync(Reading<IOfficerStore>(), [Actor.AgencyId], officers ?? [], 0, 2, clock.Today, cancellationToken);
        }

        Parts = await Reading<IMatterStore>().ListPartsAsync(id, cancellationToken);
        Agencies = await Reading<IOfficerStore>().ListAgenciesAsync(cancellationToken);
        Answers = found.Kind == MatterKind.SelfTask && SelfTaskMaterials.Shipped.Find(found.Fact("material")!, clock.Today).TryGet(out var material, out _)
            ? [.. material.Parts.Where(part => found.Fact("answer." + part.Id) is not null).Select(part => (part.Text, found.Fact("answer." + part.Id)!))]
            : [];
        Terms = found.Fact("checklist") is { } checklist && await Reading<ICatalogStore>().FindChecklistAsync(checklist, null, cancellationToken) is { } terms
            ? [.. terms.Points.Select(point => point.Text)]
            : [];
        Subject = found.SubjectId is { } subject ? (await Reading<ISubjectStore>().FindAsync(subject, cancellationToken))?.Name ?? subject : null;
        return true;
    }
}
