using Microsoft.AspNetCore.Mvc;
using Supervision.Console.Import;
using Supervision.Console.Plans;
using Supervision.Coordination;
using Supervision.Decisions;

namespace Supervision.Web.Pages.Bureau.Plans;

/// <summary>Yearly plans of several agencies, as files, merged into as few visits as their windows allow. Nothing is kept.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class MergeModel : ActingPage
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Null before files were handed in, and when one is wrong.</summary>
    public MergedPlan? Merged { get; private set; }

    /// <summary>Why a file is not taken: which, in which line.</summary>
    public Refusal? Wrong { get; private set; }

    public void OnPost(IReadOnlyList<IFormFile> plans, IFormFile? rules)
    {
        try
        {
            var checks = plans.SelectMany(file => Read(file, stream => JsonFile.Read(file.FileName, stream, PlanJson.Default.YearlyPlanFile)).ToPlan().Checks().OrThrow()).ToList();
            if (checks.GroupBy(check => check.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                throw new RefusedException(Refusal.Of("SUP7320", twice.Key));
            }

            var respected = rules is null ? new MergeRules() : Read(rules, stream => JsonFile.Read(rules.FileName, stream, PlanJson.Default.MergeRulesFile)).ToRules();
            Merged = PlanMerger.Merge(checks, respected);
        }
        catch (RefusedException refused)
        {
            Wrong = refused.Refusal;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private static T Read<T>(IFormFile file, Func<Stream, T> read)
    {
        using var stream = file.OpenReadStream();
        return read(stream);
    }
}
