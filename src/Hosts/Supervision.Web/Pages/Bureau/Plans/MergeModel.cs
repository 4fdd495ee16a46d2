using Microsoft.AspNetCore.Mvc;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Hosting.Import;
using Supervision.Hosting.Plans;

namespace Supervision.Web.Pages.Bureau.Plans;

/// <summary>Yearly plans of several agencies, as files, merged into as few visits as their windows allow. Nothing is kept.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class MergeModel : ActingPage
{
    /// <summary>Most bytes of all files together.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Null before files were handed in, and when one is wrong.</summary>
    public MergedPlan? Merged { get; private set; }

    /// <summary>Why a file is not taken: which, in which line.</summary>
    public Refusal? Wrong { get; private set; }

    public void OnPost(IReadOnlyList<IFormFile> plans, IFormFile? rules)
    {
        try
        {
            var checks = PlansOf(plans).SelectMany(plan => plan.Checks().OrThrow()).ToList();
            if (checks.GroupBy(check => check.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                throw new RefusedException(Refusal.Of("SUP7320", twice.Key));
            }

            Merged = PlanMerger.Merge(checks, RulesOf(rules));
        }
        catch (RefusedException refused)
        {
            Wrong = refused.Refusal;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
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
