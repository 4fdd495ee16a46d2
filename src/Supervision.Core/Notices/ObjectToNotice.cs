using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Notices;

/// <summary>The subject objects to a point notice 异议; the clock of the decision starts.</summary>
/// <legal source="浙江省公共信用信息管理条例 第三十一条"/>
[AllowedTo(Roles.CreditClerk | Roles.Registrar | Roles.Inspector | Roles.Head | Roles.Subject)]
public sealed class ObjectToNotice(MatterWork matters)
{
    /// <summary>Saves and journals the objection. SUP7000: there is no such notice; SUP7002: it is not open to an objection; SUP7010: no grounds.</summary>
    /// <param name="id">The notice's matter.</param>
    /// <param name="grounds">What the subject objects to.</param>
    /// <param name="actor">Who records it: the subject, or the officer at the counter.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<Matter>> RunAsync(string id, string grounds, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await matters.FindAsync(id, MatterKind.PointNotice, cancellationToken).ConfigureAwait(false)).TryGet(out var notice, out var missing))
        {
            return missing;
        }

        var outcome = await matters.StepAsync(
            notice, new MatterEntry(MatterTrigger.Object, matters.Now) { Text = grounds }, actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }
}
