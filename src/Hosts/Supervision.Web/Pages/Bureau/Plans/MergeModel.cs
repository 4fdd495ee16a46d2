using Microsoft.AspNetCore.Mvc;
using Supervision.Catalog;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Hosting.Import;
using Supervision.Hosting.Plans;
using Supervision.Registry;

namespace Supervision.Web.Pages.Bureau.Plans;

/// <summary>Yearly plans of several agencies, as files, merged into as few visits as their windows allow. Nothing is kept.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class MergeModel : ActingPage
{
    /// <summary>Most bytes of all files together.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Most visits, checks left out and notes that are listed.</summary>
    public const int MostShown = 200;

    private IReadOnlyDictionary<string, Subject> _subjects = new Dictionary<string, Subject>(StringComparer.Ordinal);

    /// <summary>Null before files were handed in, and when one is wrong.</summary>
    public MergedPlan? Merged { get; private set; }

    /// <summary>Why a file is not taken: which, in which line.</summary>
    public Refusal? Wrong { get; private set; }

    /// <summary>Names of the items of the catalogue, by code.</summary>
    public IReadOnlyDictionary<string, string> Items { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The name of a subject; the id of one that is out of the reader's sight, or not registered here.</summary>
    public string SubjectOf(string id) => NameOf(id) ?? id;

    /// <summary>The name of a subject; null of one that is out of the reader's sight, or not registered here.</summary>
    public string? NameOf(string id) => _subjects.GetValueOrDefault(id)?.Name;

    public async Task OnPostAsync(IReadOnlyList<IFormFile> plans, IFormFile? rules, CancellationToken cancellationToken)
    {
        try
        {
            var checks = PlansOf(plans).SelectMany(plan => plan.Checks().OrThrow()).ToList();
            if (checks.GroupBy(check => check.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                throw new RefusedException(Refusal.Of("SUP7320", twice.Key));
            }

            Merged = PlanMerger.Merge(checks, RulesOf(rules));
            await NameAsync(Merged, cancellationToken);
        }
        catch (RefusedException refused)
        {
            Wrong = refused.Refusal;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private async Task NameAsync(MergedPlan merged, CancellationToken cancellationToken)
    {
        var subjects = merged.Visits.Take(MostShown).Select(visit => visit.SubjectId)
            .Concat(merged.Dropped.Take(MostShown).Select(dropped => dropped.Check.SubjectId)).Concat(merged.Notes.Take(MostShown).Select(note => note.SubjectId));
        _subjects = await Reading<ISubjectStore>().FindAllAsync([.. subjects.Distinct(StringComparer.Ordinal)], cancellationToken);
        await ReadAgenciesAsync(
            merged.Visits.Take(MostShown).SelectMany(visit => visit.Attendances.Keys).Concat(merged.Dropped.Take(MostShown).Select(dropped => dropped.Check.AgencyId)), cancellationToken);
        Items = (await Reading<ICatalogStore>().ListItemsAsync(cancellationToken)).ToDictionary(item => item.Code, item => item.Name, StringComparer.Ordinal);
    }

    /// <summary>The plans of the files.</summary>
    /// <exception cref="RefusedException">A file is none; the refusal names it and its line.</exception>
    public static IReadOnlyList<YearlyPlan> PlansOf(IReadOnlyList<IFormFile> files) =>
        [.. files.Select(file => Read(file, stream => JsonFile.Read(file.FileName, stream, PlanJson.Default.YearlyPlanFile)).ToPlan())];

    /// <summary>The rules of the file; those that respect nothing when there is none.</summary>
    /// <exception cref="RefusedException">The file holds no rules.</exception>
    public static MergeRules RulesOf(IFormFile? file) =>
        file is null ? new MergeRules() : Read(file, stream => JsonFile.Read(file.FileName, stream, PlanJson.Default.MergeRulesFile)).ToRules();

    private static T Read<T>(IFormFile file, Func<Stream, T> read)
    {
        using var stream = file.OpenReadStream();
        return read(stream);
    }
}
