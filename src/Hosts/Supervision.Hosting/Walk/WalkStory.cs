using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Hosting.Draws;
using Supervision.Hosting.Import;
using Supervision.Hosting.Inspections;
using Supervision.Inspections;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Hosting.Walk;

/// <summary>
/// The main job from end to end: register, plan, draw, assign, inspect, find, score, reweigh, draw again. Each step is
/// the use case that its own command runs; a refusal ends the story with its text.
/// </summary>
internal sealed class WalkStory(IServiceProvider services, Actor actor, SimulatedTime time, string folder, string seed, IWalkTeller teller)
{
    private readonly CommandDesk _desk = services.GetRequiredService<CommandDesk>();
    private readonly HostActs _acts = new(services.GetRequiredService<CommandDesk>(), actor);
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
        teller.Head("walk.register");
        var catalogue = WalkData.Catalogue();
        Demand(await RunAsync<RegisterCatalog, Outcome<int>>(
            register => register.RunAsync(catalogue, actor, cancellationToken)));
        teller.Line("walk.catalogue", catalogue.Agencies.Count, catalogue.Items.Count, catalogue.Checklists.Count);

        using var officers = OfficerReader.Open(WalkData.CopyTo(folder, "officers.csv"), null);
        var staff = await RunAsync<ImportOfficers, ImportResult>(import =>
            import.RunAsync("officers.csv", officers.Rows(), actor, teller.Reject, cancellationToken));
        teller.Line("walk.officers", staff.Saved.Added);

        var file = subjects ?? WalkData.CopyTo(folder, "subjects.csv");
        using var reader = SubjectReader.Open(file, mapping);
        var imported = await RunAsync<ImportSubjects, ImportResult>(import => import.RunAsync(
            Path.GetFileName(file), reader.Rows(), actor, teller.Reject, _ => { }, cancellationToken));
        teller.Line("walk.subjects", imported.Saved.Added, imported.Rejected, Path.GetFileName(file));
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        teller.Head("walk.plan");
        foreach (var request in WalkPlans.All(services.GetRequiredService<IDrawRatioPolicy>().RatiosOn(WalkDays.Draw)))
        {
            var plan = Demand(await RunAsync<ApprovePlan, Outcome<InspectionPlan>>(
                approve => approve.RunAsync(request, actor, cancellationToken)));
            teller.Line("walk.planned", plan.Id, plan.Name, string.Join("  ", plan.Rates.Select(r => $"{r.Tier} {Percent.Of(r.Ppm)}")), plan.RatioSource);
        }
    }

    private async Task<string?> DrawAsync(string plan, CancellationToken cancellationToken)
    {
        teller.Head(_result.Draws.Exists(draw => draw.Draw.StartsWith(plan, StringComparison.Ordinal)) ? "walk.draw.next" : "walk.draw", plan);
        var number = _result.Draws.Count(draw => draw.Draw.StartsWith(plan, StringComparison.Ordinal)) + 1;
        var inputs = DemoInputs.ForSubjects(
            seed, string.Create(CultureInfo.InvariantCulture, $"{plan}-{number}"), HashKind.Sha256);
        var outcome = await teller.WaitAsync("draw.progress", () => _acts.DrawAsync(plan, folder, inputs, cancellationToken));
        if (!outcome.TryGet(out var result, out var refusal))
        {
            // A file of real companies need not hold a training centre.
            teller.Say(refusal.In);
            return refusal.Code == "SUP4112" ? null : throw new RefusedException(refusal);
        }

        teller.Line("walk.frame", result.Draw.FrameCount, result.Draw.FrameRoot.ToString()[..16], result.Draw.Seed.ToString()[..16]);
        foreach (var tier in ((TierSelection)result.Bundle.Selection).Cells.GroupBy(cell => cell.Cell[..1], StringComparer.Ordinal))
        {
            teller.Line("walk.tier", tier.Key, Percent.Of(tier.First().Ppm), tier.Sum(cell => cell.Eligible), tier.Sum(cell => cell.Selected));
        }

        var made = result.Draw;
        _result.Draws.Add((made.Id, made.FrameCount, made.SelectedCount, made.Seed.ToString(), Verify(made.Id)));
        return made.Id;
    }

    private async Task AssignAsync(string draw, CancellationToken cancellationToken)
    {
        teller.Head("walk.assign", draw);
        var inputs = DemoInputs.ForOfficers(seed, draw, HashKind.Sha256);
        var result = Demand(await teller.WaitAsync("assign.progress", () => _acts.AssignAsync(draw, folder, inputs, new AssignOptions(), cancellationToken)));
        _result.Tasks += result.Tasks.Count;
        _result.Unassigned += result.Unassigned;
        teller.Line("assign.made", result.Tasks.Count, result.Match.Officers.Count, result.ExcludedOfficers.Count, result.Match.Announcement.Terms.Cap);
        foreach (var excluded in result.ExcludedOfficers.Take(2))
        {
            teller.Say(culture => "  " + excluded.In(culture));
        }

        if (result.Unassigned > 0)
        {
            teller.Line("assign.unassigned", result.Unassigned);
            foreach (var shortage in result.Match.Shortages.Take(4))
            {
                teller.Say(culture => "  " + shortage.Text.In(culture));
            }
        }

        var index = _result.Draws.FindIndex(made => made.Draw == draw);
        _result.Draws[index] = _result.Draws[index] with { Verified = Verify(draw) };
    }

    private async Task InspectAsync(string draw, CancellationToken cancellationToken)
    {
        teller.Head("walk.inspect", draw);
        await using var scope = _desk.Open(actor);
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
        var result = await HandInAsync(answers, cancellationToken);
        _result.Recorded += result.Done.Count;
        _result.WithFindings += result.WithFindings;
        teller.Line("walk.inspected", result.Done.Count, result.WithFindings, path);
        foreach (var (task, refusal) in result.Refused)
        {
            teller.Say(culture => $"  {task}: {refusal.In(culture)}");
        }
    }

    // A licence on the spot, the check that follows every grant, and another address than the promised one.
    private async Task PromiseAsync(CancellationToken cancellationToken)
    {
        teller.Head("walk.promise");
        var application = WalkData.Application();
        var offer = Demand(await RunAsync<ApplyForCommitment, Outcome<CommitmentOffer>>(
            apply => apply.RunAsync(application, CommitmentItems.Shipped, actor, cancellationToken)));
        teller.Say(offer.Gate.Explanation.In);
        Demand(await RunAsync<SignCommitment, Outcome<Matter>>(
            sign => sign.RunAsync(application.Id, offer.Terms.Reference.ContentHash, "demo-signature", actor, cancellationToken)));
        var granted = Demand(await RunAsync<AdvanceCommitment, Outcome<Matter>>(advance => advance.RunAsync(
            application.Id, new MatterEntry(MatterTrigger.Grant, services.GetRequiredService<AuthorityClock>().Now), actor, cancellationToken)));
        var task = Demand(await FindTaskAsync(granted.Fact("task")!, cancellationToken));
        teller.Line("walk.commitment", application.SubjectId, task.Id);
        var answers = WalkAnswers.For([task], offer.Terms, seed);
        foreach (var (_, refusal) in (await HandInAsync(answers, cancellationToken)).Refused)
        {
            throw new RefusedException(refusal);
        }
    }

    private async Task<Outcome<InspectionTask>> FindTaskAsync(string id, CancellationToken cancellationToken) =>
        await RunAsync<ITaskStore, InspectionTask?>(store => store.FindAsync(id, cancellationToken)) is { } found
            ? found
            : Refusal.Of("SUP2001", id);

    private async Task ScoreAsync(bool withExamples, CancellationToken cancellationToken)
    {
        teller.Head("walk.score");
        if (withExamples)
        {
            Demand(await RunAsync<ConcludeCommitment, Outcome<ConcludedCommitment>>(
                conclude => conclude.RunAsync(WalkData.Promise, actor, cancellationToken)));
            teller.Line("walk.breach", WalkData.PackagingPrinter);
        }

        var (notices, result) = await AssessAsync(cancellationToken);
        _result.Notices = notices.Count;
        teller.Line("score.done", notices.Count, result.Assessed, result.Changed, result.A, result.B, result.C, result.D);
        foreach (var subject in withExamples ? [WalkData.NoodleShop, WalkData.TrainingCentre, WalkData.PackagingPrinter] : Array.Empty<string>())
        {
            await ExplainAsync(subject, cancellationToken);
        }
    }

    private async Task ExplainAsync(string subjectId, CancellationToken cancellationToken)
    {
        await using var scope = _desk.Open(actor);
        var provider = scope.ServiceProvider;
        var subject = await provider.GetRequiredService<ISubjectStore>().FindAsync(subjectId, cancellationToken);
        var history = await provider.GetRequiredService<ICreditEventStore>().FindAsync(subjectId, cancellationToken);
        var credit = provider.GetRequiredService<ICreditPolicy>().Evaluate(history, services.GetRequiredService<AuthorityClock>().Today);
        var standing = await provider.GetRequiredService<IStandingStore>().FindAsync(subjectId, cancellationToken);
        _result.Examples.Add((subjectId, credit, standing));
        teller.Say(_ => "");
        teller.Line("walk.example", subject!.Name, subject.DeliveredRiskClass ?? "-", standing?.Class.ToString() ?? "-");
        teller.Say(credit.Explanation.In);
    }

    private async Task NextAsync(bool withExamples, CancellationToken cancellationToken)
    {
        teller.Head("walk.next");
        var ratios = services.GetRequiredService<IDrawRatioPolicy>().RatiosOn(WalkDays.Next);
        var (_, result) = await AssessAsync(cancellationToken);
        teller.Line("next.reweighed", result.Changed, result.Assessed);
        foreach (var (subject, _, standing) in withExamples ? _result.Examples : [])
        {
            var before = InitialWeighing.ClassOf(await DeliveredAsync(subject, cancellationToken));
            var after = standing?.Class ?? before;
            teller.Line("walk.odds", subject, before, Percent.Of(ratios[before].Ppm), after, Percent.Of(ratios[after].Ppm));
        }

        await DrawAsync(WalkPlans.Market, cancellationToken);
    }

    private async Task<string?> DeliveredAsync(string subject, CancellationToken cancellationToken) =>
        (await RunAsync<ISubjectStore, Subject?>(store => store.FindAsync(subject, cancellationToken)))?.DeliveredRiskClass;

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        teller.Head("walk.close");
        var outcome = await RunAsync<IJournalReader, Outcome<JournalHead>>(
            journal => JournalAudit.VerifyAsync(journal, cancellationToken));
        _result.Journal = Demand(outcome);
        teller.Line("walk.journal", _result.Journal.Size, _result.Journal.Root);
    }

    private bool Verify(string draw)
    {
        var report = BundleFolder.Of(folder, draw).Verify();
        teller.Line(report.IsVerified ? "walk.verified" : "walk.unverified", report.Primary?.Name ?? "");
        return report.IsVerified;
    }

    private static T Demand<T>(Outcome<T> outcome)
        where T : notnull => outcome.OrThrow();

    private Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<T>> body)
        where TUseCase : class => _desk.RunAsync(actor, body, CancellationToken.None);

    private Task<HandedIn> HandInAsync(AnswersFile answers, CancellationToken cancellationToken) => teller.ProgressAsync(
        "inspect.progress", report => _acts.InspectAsync(answers, services.GetRequiredService<AuthorityClock>().Now, report, cancellationToken));

    private async Task<(IReadOnlyList<CreditEvent> Notices, ReweighResult Result)> AssessAsync(CancellationToken cancellationToken) =>
        (await _acts.ServeNoticesAsync(cancellationToken), await teller.ProgressAsync("score.progress", report => _acts.ReweighAsync(report, cancellationToken)));
}
