using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Supervision.Decisions;
using Supervision.Hosting.Draws;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Web.Api;
using Supervision.Web.DrawRoom;
using Supervision.Web.Localization;

namespace Supervision.Web.Pages.Bureau.Draws;

/// <summary>The draw room of one plan: what was done, what happens now, and the one act that is next.</summary>
internal sealed class RoomModel(DrawRooms rooms, RoomActs acts, DrawChanges changes) : ActingPage
{
    private const int MostShown = 200;

    public RoomState State { get; private set; } = null!;

    /// <summary>The act that runs or ran last; no lines when none did.</summary>
    public (IReadOnlyList<RoomLine> Lines, bool IsOver, Refusal? Refusal) Act { get; private set; } = ([], true, null);

    /// <summary>Whether that act came to nothing.</summary>
    public bool HasStopped => Act.Refusal is not null || Act.Lines.LastOrDefault()?.Key == "room.failed";

    /// <summary>What this person typed for an act that came to nothing; else empty.</summary>
    public RoomInputs Typed { get; private set; } = RoomInputs.None;

    /// <summary>Subjects of the frame by reason code; 0 could be drawn.</summary>
    public IReadOnlyList<(int Status, int Count)> Frame { get; private set; } = [];

    /// <summary>Name and id of who was drawn, with the names of the officers; the first ones.</summary>
    public IReadOnlyList<(string Name, string Id, IReadOnlyList<string> Officers)> Drawn { get; private set; } = [];

    /// <summary>Who cannot be inspected, why, and who approved it, as typed.</summary>
    public (string Subject, string Reason, string Approver) Replaced { get; private set; } = ("", "", "");

    /// <summary>Reserves that were used, in their order.</summary>
    public IReadOnlyList<ReserveUse> Reserves { get; private set; } = [];

    public bool IsDemonstration => acts.IsDemonstration;

    /// <summary>The round of a beacon; what a demonstration makes up has a word for its source.</summary>
    public static string Words(BeaconRound round, WebTexts texts) => texts.Find("room.beacon." + round.Source) is { } word ? string.Create(CultureInfo.InvariantCulture, $"{word} {round.Round}") : round.ToString();

    public async Task<IActionResult> OnGetAsync(string plan, CancellationToken cancellationToken)
    {
        if (await FindAsync(plan, cancellationToken) is not { } state)
        {
            return NotFound();
        }

        await ShowAsync(state, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string plan, RoomStep step, RoomInputs inputs, CancellationToken cancellationToken)
    {
        if (await FindAsync(plan, cancellationToken) is not { } state)
        {
            return NotFound();
        }

        // A button that was pressed twice, or on a page of yesterday, does nothing.
        if (step == state.Step)
        {
            var actor = Actor;
            rooms.Start(plan, run => acts.ActAsync(state, inputs, actor, run), (actor.Id, inputs));
        }

        return Redirect($"/bureau/draws/room?plan={Uri.EscapeDataString(plan)}");
    }

    /// <summary>A drawn subject cannot be inspected: the reserve that follows by its rank takes the place.</summary>
    public async Task<IActionResult> OnPostReplaceAsync(string plan, string? draw, string? subject, string? reason, string? approver, CancellationToken cancellationToken)
    {
        Replaced = ((subject ?? "").Trim(), (reason ?? "").Trim(), (approver ?? "").Trim());
        if (await FindAsync(plan, cancellationToken) is not { } state)
        {
            return NotFound();
        }

        var who = new SubjectToReplace(Replaced.Subject, Replaced.Reason, Replaced.Approver, null);
        if (await ActAsync<ReplaceSubject, ReserveUse>(replace => changes.ReplaceAsync(replace, draw ?? "", who, Actor, cancellationToken)) is not null)
        {
            return Redirect($"/bureau/draws/room?plan={Uri.EscapeDataString(plan)}");
        }

        await ShowAsync(state, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(RoomState state, CancellationToken cancellationToken)
    {
        State = state;
        var run = rooms.Find(state.Plan.Id);
        Act = run?.Now ?? Act;
        if (HasStopped && run!.Typed is { } typed && typed.Person == Actor.Id)
        {
            Typed = typed.Inputs;
        }

        if (state.DrawId is { } id)
        {
            Frame = FrameOf(acts.Place(id));
        }

        if (state.Draw is { } draw)
        {
            Drawn = await DrawnAsync(draw, cancellationToken);
            Reserves = await Reading<IDrawStore>().ListReserveUsesAsync(draw.Id, cancellationToken);
        }
    }

    // Another agency's plan is not found.
    private async Task<RoomState?> FindAsync(string? plan, CancellationToken cancellationToken) =>
        plan is not null && await Reading<IDrawStore>().FindPlanAsync(plan, cancellationToken) is { } found
            ? await RoomState.OfAsync(found, Reading<IDrawStore>(), acts, cancellationToken)
            : null;

    private static IReadOnlyList<(int Status, int Count)> FrameOf(BundleFolder place)
    {
        using var file = place.Open(BundleFile.FrameSummary);
        if (file is null)
        {
            return [];
        }

        using var summary = JsonDocument.Parse(file);
        return
        [
            .. from count in summary.RootElement.GetProperty("counts").EnumerateArray()
               group count.GetProperty("count").GetInt32() by count.GetProperty("status").GetInt32() into status
               orderby status.Key
               select (status.Key, status.Sum()),
        ];
    }

    private async Task<IReadOnlyList<(string Name, string Id, IReadOnlyList<string> Officers)>> DrawnAsync(Draw draw, CancellationToken cancellationToken)
    {
        var drawn = await Reading<IDrawStore>().ListDrawnPageAsync(draw.Id, null, MostShown, cancellationToken);
        var subjects = await Reading<ISubjectStore>().FindAllAsync([.. drawn.Select(one => one.SubjectId)], cancellationToken);
        var place = acts.Place(draw.Id);
        var match = State.Step == RoomStep.Match ? null // kept by an act that was never saved
            : (place.Private.ReadMatch().TryGet(out var kept, out _) ? kept : null) ?? (place.ReadMatch().TryGet(out var published, out _) ? published : null);
        var subjectOf = match?.Tasks.ToDictionary(task => task.Id, task => task.SubjectId, StringComparer.Ordinal) ?? [];
        var teams = (match?.CurrentTeams ?? []).ToLookup(team => subjectOf[team.TaskId], team => team.Officers, StringComparer.Ordinal);
        var shown = drawn.SelectMany(one => teams[one.SubjectId]).SelectMany(officers => officers).Distinct(StringComparer.Ordinal);
        var names = (await Reading<IOfficerStore>().FindOfficersAsync([.. shown], cancellationToken)).ToDictionary(officer => officer.Id, officer => officer.Name, StringComparer.Ordinal);
        return
        [
            .. drawn.Select(one => (
                subjects.GetValueOrDefault(one.SubjectId)?.Name ?? one.SubjectId, one.SubjectId,
                (IReadOnlyList<string>)[.. teams[one.SubjectId].SelectMany(officers => officers).Select(id => names.GetValueOrDefault(id, id))])),
        ];
    }
}
