using System.Globalization;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.SelfGovernance;

/// <summary>What the steps of a self-governance task share.</summary>
internal static class SelfTasks
{
    /// <summary>SUP3143: the last day that counts for a repair is over.</summary>
    public static Refusal? RefuseLate(Matter task, DateOnly today)
    {
        var last = DateOnly.ParseExact(task.Fact("dueOn")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (today <= last)
        {
            return null;
        }

        // A call names its own last day; the year of a repair is the measure's.
        var late = Refusal.Of("SUP3143", task.Id, Invariant.Text(last));
        return task.Fact("called") is null ? late.On(new LegalBasis("义乌市信用监管实施暂行办法", "", new DateOnly(2019, 1, 1))) : late;
    }

    /// <summary>SUP3172: the inspection behind a notice led to a penalty that stands, and what is penalised is not repaired by tasks.</summary>
    public static async Task<Refusal?> RefusePenalisedAsync(ICaseStore cases, Matter notice, CancellationToken cancellationToken) =>
        (await cases.ListBySubjectAsync(notice.SubjectId!, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(one => one.Clue.TaskId == notice.Fact("task") && one is { Decision: not null, IsAnnulled: false }) is { } penalised
            ? Refusal.Of("SUP3172", notice.Id, penalised.Id)
            : null;
}
