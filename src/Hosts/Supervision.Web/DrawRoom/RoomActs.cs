using System.Globalization;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Hosting.Draws;
using Supervision.Inspections;
using Supervision.Sampling;

namespace Supervision.Web.DrawRoom;

/// <summary>
/// The acts of a draw room. Each runs one use case and writes files: what is kept back before the act is saved, so that it cannot be lost
/// when this process ends between the two; what is public afterwards. In the demonstration secrets and beacons come from a text, and every
/// announcement says so. Thread-safe.
/// </summary>
internal sealed class RoomActs(CommandDesk desk, WebSettings settings, IHostEnvironment environment)
{
    private const string DemonstrationText = "draw room";

    /// <summary>Whether secrets and beacons are made up.</summary>
    public bool IsDemonstration { get; } = environment.IsEnvironment(Demo.DemoData.Environment);

    /// <summary>The act that is next in a room.</summary>
    public Task<Refusal?> ActAsync(RoomState state, RoomInputs inputs, Actor actor, RoomRun run) => state.Step switch
    {
        RoomStep.Announce => AnnounceAsync(state.Plan.Id, state.Number, inputs, actor, run),
        RoomStep.Draw => DrawAsync(state.DrawId!, inputs, actor, run),
        RoomStep.Match => MatchAsync(state.DrawId!, inputs, actor, run),
        _ => PublishAsync(state.DrawId!, actor, run),
    };

    /// <summary>Freezes the frame and announces.</summary>
    public async Task<Refusal?> AnnounceAsync(string plan, int number, RoomInputs inputs, Actor actor, RoomRun run)
    {
        run.Add("room.line.freezing");
        var id = string.Create(CultureInfo.InvariantCulture, $"{plan}-{number}");
        if (!(IsDemonstration ? Demonstration(id) : inputs.Notice()).TryGet(out var given, out var refusal))
        {
            return refusal;
        }

        using var alone = Place(plan).Hold();
        var outcome = await desk.RunAsync<AnnounceDraw, Outcome<AnnouncedDraw>>(
            actor,
            announce => announce.RunAsync(plan, given.Notice, actor, made => Place(made.Id).Keep(made, SecretsFile.Of(given.Secrets)), CancellationToken.None),
            CancellationToken.None);
        if (!outcome.TryGet(out var announced, out refusal))
        {
            return refusal;
        }

        Place(announced.Id).Write(create => announced.Write(create));
        run.Add("room.line.frame", announced.Frame.Count, announced.Announcement.Terms.FrameRoot);
        run.Add("room.line.announced", announced.Id, announced.Announcement.Hash);
        return null;
    }

    /// <summary>Opens the secrets and draws the subjects.</summary>
    public async Task<Refusal?> DrawAsync(string draw, RoomInputs inputs, Actor actor, RoomRun run)
    {
        run.Add("room.line.reading");
        var place = Place(draw);
        if (SecretsFile.Read(place.Private) is not { } kept)
        {
            return Refusal.Of("SUP7305", draw);
        }

        if (!FrozenDraw.Read(place.Private.Open).TryGet(out var frozen, out var refusal)
            || !Reveal(draw, inputs, frozen.Announcement.Terms, kept).TryGet(out var reveal, out refusal))
        {
            return refusal;
        }

        run.Add("room.line.drawing", frozen.Frame.Count);
        using var alone = place.Hold();
        var outcome = await desk.RunAsync<MakeDraw, Outcome<DrawResult>>(
            actor,
            make => make.RunAsync(frozen.Announcement, frozen.Frame, reveal, null, actor, made => place.Private.Write(made.Bundle, BundleForm.Auditor), CancellationToken.None),
            CancellationToken.None);
        if (!outcome.TryGet(out var result, out refusal))
        {
            return refusal;
        }

        run.Add("room.line.seed", result.Draw.Seed);
        run.Add("room.line.drawn", result.Draw.FrameCount, result.Draw.SelectedCount);
        return null;
    }

    /// <summary>Draws the officers.</summary>
    public async Task<Refusal?> MatchAsync(string draw, RoomInputs inputs, Actor actor, RoomRun run)
    {
        run.Add("room.line.matching");
        if (!(IsDemonstration ? DemoInputs.ForOfficers(DemonstrationText, draw, HashKind.Sha256) : inputs.Officers()).TryGet(out var officers, out var refusal))
        {
            return refusal;
        }

        // Of a draw that the command line made in one go nothing was kept back: what the public has of it is the whole.
        var place = Place(draw);
        if (!File.Exists(place.Private.InFolder(BundleFile.Reveal)))
        {
            if (!DrawBundle.Read(place.Open).TryGet(out var whole, out refusal))
            {
                return refusal;
            }

            place.Private.Write(whole, BundleForm.Auditor);
        }

        using var alone = place.Hold();
        var outcome = await desk.RunAsync<AssignOfficers, Outcome<AssignResult>>(
            actor,
            assign => assign.RunAsync(draw, officers, new AssignOptions(), actor, made => place.Private.Write(made.Match), CancellationToken.None),
            CancellationToken.None);
        if (!outcome.TryGet(out var result, out refusal))
        {
            return refusal;
        }

        run.Add("room.line.matched", result.Tasks.Count, result.Unassigned);
        return null;
    }

    /// <summary>Verifies what was kept back and hands it out.</summary>
    public async Task<Refusal?> PublishAsync(string draw, Actor actor, RoomRun run)
    {
        run.Add("room.line.verifying");
        var place = Place(draw);
        Outcome<Draw>? outcome = null;
        await place.WriteAsync(async create => outcome = await desk.RunAsync<PublishDraw, Outcome<Draw>>(
            actor, publish => publish.RunAsync(draw, place.Private.Open, create, actor, CancellationToken.None), CancellationToken.None));
        if (!outcome!.TryGet(out _, out var refusal))
        {
            return refusal;
        }

        run.Add("room.line.published", draw);
        return null;
    }

    /// <summary>The folder of a draw's public files, beside that of what is kept back.</summary>
    public BundleFolder Place(string draw) => new(Path.Combine(settings.Published, draw));

    private static Outcome<(DrawNotice Notice, IReadOnlyList<byte[]?> Secrets)> Demonstration(string draw)
    {
        var made = DemoInputs.ForSubjects(DemonstrationText, draw, HashKind.Sha256);
        return (made.Notice, made.Reveal.Secrets);
    }

    private Outcome<DrawReveal> Reveal(string draw, RoomInputs inputs, AnnouncementTerms terms, SecretsFile kept) =>
        IsDemonstration ? DemoInputs.ForSubjects(DemonstrationText, draw, HashKind.Sha256).Reveal : inputs.Reveal(terms, kept.Secrets);
}
