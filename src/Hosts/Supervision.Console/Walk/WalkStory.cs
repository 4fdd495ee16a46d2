using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Console.Commands;
using Supervision.Console.Draws;
using Supervision.Console.Import;
using Supervision.Console.Shell;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Console.Walk;

/// <summary>
/// The main job from end to end: register, plan, draw, assign, inspect, find, score, reweigh, draw again. Each step is
/// the use case that its own command runs; a refusal ends the story with its text.
/// </summary>
internal sealed class WalkStory(CommandRun run, HostServices services, SimulatedTime time, string folder, string seed)
{
    private readonly WalkResult _result = new();

    public async Task<WalkResult> TellAsync(string? subjects, string? mapping, CancellationToken cancellationToken)
    {
        await RegisterAsync(subjects, mapping, cancellationToken);
        await PlanAsync(cancellationToken);
        var drawn = new List<string>();
        foreach (var plan in new[] { WalkPlans.Market, WalkPlans.Catering, WalkPlans.Training })
        {
            if (await DrawAsync(plan, cancellationToken) is { } draw)
            {
                drawn.Add(draw);
            }
        }

        time.GoTo(WalkDays.Assign);
        foreach (var draw in drawn)
        {
            await AssignAsync(draw, cancellationToken);
        }

        time.GoTo(WalkDays.Inspect);
        foreach (var draw in drawn)
        {
            await InspectAsync(draw, cancellationToken);
        }

        if (subjects is null)
        {
            await PromiseAsync(cancellationToken);
        }

        time.GoTo(WalkDays.Score);
        await ScoreAsync(subjects is null, cancellationToken);
        time.GoTo(WalkDays.Next);
        await NextAsync(subjects is null, cancellationToken);
        await CloseAsync(cancellationToken);
        return _result;
    }

    private async Task RegisterAsync(string? subjects, string? mapping, CancellationToken cancellationToken)
    {
        Head("walk.register");
        var catalogue = WalkData.Catalogue();
        Demand(await services.RunAsync<RegisterCatalog, Outcome<int>>(
            register => register.RunAsync(catalogue, run.Actor, cancellationToken)));
        Line("walk.catalogue", catalogue.Agencies.Count, catalogue.Items.Count, catalogue.Checklists.Count);

        using var officers = OfficerReader.Open(WalkData.CopyTo(folder, "officers.csv"), null);
        var staff = await services.RunAsync<ImportOfficers, ImportResult>(import =>
            import.RunAsync("officers.csv", officers.Rows(), run.Actor, Reject, cancellationToken));
        Line("walk.officers", staff.Saved.Added);

        var file = subjects ?? WalkData.CopyTo(folder, "subjects.csv");
        using var reader = SubjectReader.Open(file, mapping);
        var imported = await services.RunAsync<ImportSubjects, ImportResult>(import => import.RunAsync(
            Path.GetFileName(file), reader.Rows(), run.Actor, Reject, _ => { }, cancellationToken));
        Line("walk.subjects", imported.Saved.Added, imported.Rejected, Path.GetFileName(file));
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        Head("walk.plan");
        foreach (var request in WalkPlans.All(services.Get<IDrawRatioPolicy>().RatiosOn(WalkDays.Draw)))
        {
            var plan = Demand(await services.RunAsync<ApprovePlan, Outcome<InspectionPlan>>(
                approve => approve.RunAsync(request, run.Actor, cancellationToken)));
            Line("walk.planned", plan.Id, plan.Name, string.Join("  ", plan.Rates.Select(r => $"{r.Tier} {Percent.Of(r.Ppm)}")), plan.RatioSource);
        }
    }

    private async Task<string?> DrawAsync(string plan, CancellationToken cancellationToken)
    {
        Head(_result.Draws.Exists(draw => draw.Draw.StartsWith(plan, StringComparison.Ordinal)) ? "walk.draw.next" : "walk.draw", plan);
        var number = _result.Draws.Count(draw => draw.Draw.StartsWith(plan, StringComparison.Ordinal)) + 1;
        var inputs = DemoInputs.ForSubjects(
            seed, string.Create(CultureInfo.InvariantCulture, $"{plan}-{number}"), HashKind.Sha256);
        var outcome = await DrawSubjects.MakeAsync(run, services, plan, folder, inputs, cancellationToken);
        if (!outcome.TryGet(out var result, out var refusal))
        {
            // A file of real companies need not hold a training centre.
            Say(refusal.In(run.Texts.Culture));
            return refusal.Code == "SUP4112" ? null : throw new RefusedException(refusal);
        }

        Line("walk.frame", result.Draw.FrameCount, result.Draw.FrameRoot.ToString()[..16], result.Draw.Seed.ToString()[..16]);
        foreach (var tier in ((TierSelection)result.Bundle.Selection).Cells.GroupBy(cell => cell.Cell[..1], StringComparer.Ordinal))
        {
            Line("walk.tier", tier.Key, Percent.Of(tier.First().Ppm), tier.Sum(cell => cell.Eligible), tier.Sum(cell => cell.Selected));
        }

        var made = result.Draw;
        _result.Draws.Add((made.Id, made.FrameCount, made.SelectedCount, made.Seed.ToString(), Verify(made.Id)));
        return made.Id;
    }

    private async Task AssignAsync(string draw, CancellationToken cancellationToken)
    {
        Head("walk.assign", draw);
        var inputs = DemoInputs.ForOfficers(seed, draw, HashKind.Sha256);
        var result = Demand(await AssignCommand.MakeAsync(run, services, draw, folder, inputs, new AssignOptions(), cancellationToken));
        _result.Tasks += result.Tasks.Count;
        _result.Unassigned += result.Unassigned;
        Line("assign.made", result.Tasks.Count, result.Match.Officers.Count, result.ExcludedOfficers.Count, result.Match.Announcement.Terms.Cap);
        foreach (var excluded in result.ExcludedOfficers.Take(2))
        {
            Say("  " + excluded.In(run.Texts.Culture));
        }

        if (result.Unassigned > 0)
        {
            Line("assign.unassigned", result.Unassigned);
            foreach (var shortage in result.Match.Shortages.Take(4))
            {
                Say("  " + shortage.Text.In(run.Texts.Culture));
            }
        }

        var index = _result.Draws.FindIndex(made => made.Draw == draw);
        _result.Draws[index] = _result.Draws[index] with { Verified = Verify(draw) };
    }

    private async Task InspectAsync(string draw, CancellationToken cancellationToken)
    {
        Head("walk.inspect", draw);
        await using var scope = services.Scope();
        var tasks = await scope.ServiceProvider.GetRequiredService<ITaskStore>().ListByDrawAsync(draw, cancellationToken);
        if (tasks.Count == 0)
        {
            return;
        }

        var pinned = tasks[0].Checklist;
        var checklist = await scope.ServiceProvider.GetRequiredService<ICatalogStore>()
            .FindChecklistAsync(pinned.Id, pinned.Version, cancellationToken);
        var answers = WalkAnswers.For(tasks, checklist!, seed);
        var path = Path.Combine(folder, $"answers-{draw}.json");
        await answers.WriteAsync(path, cancellationToken);
        var result = await InspectCommand.MakeAsync(run, services, answers, cancellationToken);
        _result.Recorded += result.Done.Count;
        _result.WithFindings += result.WithFindings;
        Line("walk.inspected", result.Done.Count, result.WithFindings, path);
        foreach (var (task, refusal) in result.Refused)
        {
            Say($"  {task}: {refusal.In(run.Texts.Culture)}");
        }
    }

    // A licence on the spot, the check that follows every grant, and another address than the promised one.
    private async Task PromiseAsync(CancellationToken cancellationToken)
    {
        Head("walk.promise");
        var application = WalkData.Application();
        var offer = Demand(await services.RunAsync<ApplyForCommitment, Outcome<CommitmentOffer>>(
            apply => apply.RunAsync(application, CommitmentItems.Shipped, run.Actor, cancellationToken)));
        Say(offer.Gate.Explanation.In(run.Texts.Culture));
        Demand(await services.RunAsync<SignCommitment, Outcome<Matter>>(
            sign => sign.RunAsync(application.Id, offer.Terms.Reference.ContentHash, "demo-signature", run.Actor, cancellationToken)));
        var granted = Demand(await services.RunAsync<AdvanceCommitment, Outcome<Matter>>(advance => advance.RunAsync(
            application.Id, new MatterEntry(MatterTrigger.Grant, services.Get<AuthorityClock>().Now), run.Actor, cancellationToken)));
        var task = Demand(await FindTaskAsync(granted.Fact("task")!, cancellationToken));
        Line("walk.commitment", application.SubjectId, task.Id);
        var answers = WalkAnswers.For([task], offer.Terms, seed);
        foreach (var (_, refusal) in (await InspectCommand.MakeAsync(run, services, answers, cancellationToken)).Refused)
        {
            throw new RefusedException(refusal);
        }
    }

    private async Task<Outcome<InspectionTask>> FindTaskAsync(string id, CancellationToken cancellationToken) =>
        await services.RunAsync<ITaskStore, InspectionTask?>(store => store.FindAsync(id, cancellationToken)) is { } found
            ? found
            : Refusal.Of("SUP2001", id);

    private async Task ScoreAsync(bool withExamples, CancellationToken cancellationToken)
    {
        Head("walk.score");
        if (withExamples)
        {
            Demand(await services.RunAsync<ConcludeCommitment, Outcome<ConcludedCommitment>>(
                conclude => conclude.RunAsync(WalkData.Promise, run.Actor, cancellationToken)));
            Line("walk.breach", WalkData.PackagingPrinter);
        }

        var (notices, result) = await ScoreCommand.MakeAsync(run, services, cancellationToken);
        _result.Notices = notices.Count;
        Line("score.done", notices.Count, result.Assessed, result.Changed, result.A, result.B, result.C, result.D);
        foreach (var subject in withExamples ? [WalkData.NoodleShop, WalkData.TrainingCentre, WalkData.PackagingPrinter] : Array.Empty<string>())
        {
            await ExplainAsync(subject, cancellationToken);
        }
    }

    private async Task ExplainAsync(string subjectId, CancellationToken cancellationToken)
    {
        await using var scope = services.Scope();
        var provider = scope.ServiceProvider;
        var subject = await provider.GetRequiredService<ISubjectStore>().FindAsync(subjectId, cancellationToken);
        var history = await provider.GetRequiredService<ICreditEventStore>().FindAsync(subjectId, cancellationToken);
        var credit = provider.GetRequiredService<ICreditPolicy>().Evaluate(history, services.Get<AuthorityClock>().Today);
        var standing = await provider.GetRequiredService<IStandingStore>().FindAsync(subjectId, cancellationToken);
        _result.Examples.Add((subjectId, credit, standing));
        Say("");
        Line("walk.example", subject!.Name, subject.DeliveredRiskClass ?? "-", standing?.Class.ToString() ?? "-");
        Say(credit.Explanation.In(run.Texts.Culture));
    }

    private async Task NextAsync(bool withExamples, CancellationToken cancellationToken)
    {
        Head("walk.next");
        var ratios = services.Get<IDrawRatioPolicy>().RatiosOn(WalkDays.Next);
        var (_, result) = await ScoreCommand.MakeAsync(run, services, cancellationToken);
        Line("next.reweighed", result.Changed, result.Assessed);
        foreach (var (subject, _, standing) in withExamples ? _result.Examples : [])
        {
            var before = InitialWeighing.ClassOf(await DeliveredAsync(subject, cancellationToken));
            var after = standing?.Class ?? before;
            Line("walk.odds", subject, before, Percent.Of(ratios[before].Ppm), after, Percent.Of(ratios[after].Ppm));
        }

        await DrawAsync(WalkPlans.Market, cancellationToken);
    }

    private async Task<string?> DeliveredAsync(string subject, CancellationToken cancellationToken) =>
        (await services.RunAsync<ISubjectStore, Subject?>(store => store.FindAsync(subject, cancellationToken)))?.DeliveredRiskClass;

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        Head("walk.close");
        var outcome = await services.RunAsync<IJournalReader, Outcome<JournalHead>>(
            journal => JournalAudit.VerifyAsync(journal, cancellationToken));
        _result.Journal = Demand(outcome);
        Line("walk.journal", _result.Journal.Size, _result.Journal.Root);
        foreach (var draw in _result.Draws)
        {
            Line("draw.verify", run.Self, DrawSubjects.FolderOf(folder, draw.Draw).Path);
        }
    }

    private bool Verify(string draw)
    {
        var report = DrawSubjects.FolderOf(folder, draw).Verify();
        Line(report.IsVerified ? "walk.verified" : "walk.unverified", report.Primary?.Name ?? "");
        return report.IsVerified;
    }

    private static T Demand<T>(Outcome<T> outcome)
        where T : notnull => outcome.OrThrow();

    private void Reject(ImportReject reject) => run.Talk.Warn(
        "walk.reject", reject.Row, reject.Column, reject.Value, reject.Reason.In(run.Texts.Culture));

    private void Head(string key, params object?[] arguments)
    {
        Say("");
        Say($"── {run.Texts.Format(key, arguments)}");
    }

    private void Line(string key, params object?[] arguments) => Say(run.Texts.Format(key, arguments));

    private void Say(string text)
    {
        if (!run.Output.IsJson)
        {
            run.Output.Line(text);
        }
    }
}
