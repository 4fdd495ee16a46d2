using System.Globalization;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.SelfGovernance;

/// <summary>What the steps of a self-governance task share. Pure.</summary>
internal static class SelfTasks
{
    /// <summary>SUP3143: the last day that counts for a repair is over.</summary>
    public static Refusal? RefuseLate(Matter task, DateOnly today) =>
        DateOnly.ParseExact(task.Fact("dueOn")!, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var last && today > last
            ? Refusal.Of("SUP3143", task.Id, Invariant.Text(last)).On(new LegalBasis("义乌市信用监管实施暂行办法", "", new DateOnly(2019, 1, 1)))
            : null;
}
