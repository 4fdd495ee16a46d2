using Microsoft.Extensions.DependencyInjection;
using Supervision;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Sampling;

namespace OwnApproval;

/// <summary>
/// The office's approval system says yes, and says it once more when its message is repeated: the number of its document is the idempotency key,
/// whoever signed there is the actor here. A lawful no of the library goes back to the system as text.
/// </summary>
internal sealed class Approval(CommandDesk desk)
{
    public async Task<string> OnSignedAsync(string document, string signedBy, PlanRequest plan, CancellationToken stop)
    {
        var actor = new Actor(signedBy, plan.AgencyId) { Roles = Roles.Planner };
        var outcome = await desk.RunOnceAsync(
            actor, document, plan.ToString(),
            async services =>
            {
                var approved = await services.GetRequiredService<ApprovePlan>().RunAsync(plan, actor, stop);
                return approved.Refusal is { } no ? $"returned: {no.Code}" : $"in force: {plan.Id}";
            },
            stop);
        return outcome.TryGet(out var answer, out var refusal) ? answer.Text : $"returned: {refusal.Code}";
    }
}
