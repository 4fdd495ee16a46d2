using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Hosting.Draws;
using Supervision.Hosting.Inspections;
using Supervision.Inspections;
using Supervision.Notices;
using Supervision.Risk;
using Supervision.Sampling;

namespace Supervision.Hosting;

/// <summary>What commands and the walk do alike: a use case and the files that follow it, or the same use case many times.</summary>
internal sealed class HostActs(CommandDesk desk, Actor actor)
{
    /// <summary>Draws and writes the public files below <paramref name="folder"/>: before it is saved, because the secrets are nowhere else.</summary>
    public async Task<Outcome<DrawResult>> DrawAsync(string planId, string folder, DrawInputs inputs, CancellationToken cancellationToken, DrawMethod? method = null)
    {
        using var alone = BundleFolder.Of(folder, planId).Hold();
        return await desk.RunAsync<RunDraw, Outcome<DrawResult>>(
            actor, draw => draw.RunAsync(planId, inputs, actor, made => BundleFolder.Of(folder, made.Draw.Id).Write(made.Bundle), cancellationToken, method), CancellationToken.None);
    }

    /// <summary>Assigns and writes the public files of the matching beside those of the draw.</summary>
    public async Task<Outcome<AssignResult>> AssignAsync(
        string drawId, string folder, DrawInputs inputs, AssignOptions options, CancellationToken cancellationToken)
    {
        // Who inspects whom tells who is inspected: of a sealed draw it stays back until the draw is opened.
        var isSealed = await desk.RunAsync<IDrawStore, bool>(
            actor, async store => await store.FindDrawAsync(drawId, cancellationToken) is { IsSealed: true }, CancellationToken.None);
        var whole = BundleFolder.Of(folder, drawId);
        using var alone = whole.Hold();

        // Before it is saved: the secret of a matching whose files are lost is nowhere else, and nobody could verify it.
        return await desk.RunAsync<AssignOfficers, Outcome<AssignResult>>(
            actor, assign => assign.RunAsync(drawId, inputs, options, actor, made => whole.OfMatching(isSealed).Write(made.Match), cancellationToken), CancellationToken.None);
    }

    /// <summary>Hands in every visit of a file, each in a transaction of its own. A refused one doesn't keep the others back.</summary>
    /// <param name="answers">The visits.</param>
    /// <param name="now">When they are handed in.</param>
    /// <param name="report">Told the part that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Gives up between two visits.</param>
    public async Task<HandedIn> InspectAsync(AnswersFile answers, DateTimeOffset now, Action<double> report, CancellationToken cancellationToken)
    {
        await using var scope = desk.Open(actor);
        var submit = scope.ServiceProvider.GetRequiredService<SubmitInspection>();
        var store = scope.ServiceProvider.GetRequiredService<ITaskStore>();
        var (done, refused) = (new List<InspectionTask>(), new List<(string Task, Refusal Refusal)>());
        foreach (var visit in answers.Inspections)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var visited = await store.FindAsync(visit.Task, cancellationToken);
            if ((await submit.RunAsync(visit.ToSubmission(visited, now), actor, cancellationToken)).TryGet(out var task, out var refusal))
            {
                done.Add(task);
            }
            else
            {
                refused.Add((visit.Task, refusal));
            }

            report((double)(done.Count + refused.Count) / answers.Inspections.Count);
        }

        return new HandedIn(done, refused);
    }

    /// <summary>Serves point notices for what no notice names yet.</summary>
    public Task<IReadOnlyList<CreditEvent>> ServeNoticesAsync(CancellationToken cancellationToken) => desk.RunAsync<ServePointNotices, IReadOnlyList<CreditEvent>>(
        actor, serve => serve.RunAsync(actor, cancellationToken), CancellationToken.None);

    /// <summary>Assesses every subject.</summary>
    /// <param name="report">Told the part that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReweighResult> ReweighAsync(Action<double> report, CancellationToken cancellationToken)
    {
        var total = await desk.RunAsync<Registry.ISubjectStore, long>(actor, store => store.CountAsync(cancellationToken), CancellationToken.None);
        return await desk.RunAsync<ReweighSubjects, ReweighResult>(
            actor, reweigh => reweigh.RunAsync(actor, done => report(total == 0 ? 1 : (double)done / total), cancellationToken), CancellationToken.None);
    }
}
