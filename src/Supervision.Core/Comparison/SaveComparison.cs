using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Comparison;

/// <summary>Keeps a comparison, so that a person can look at its findings one by one.</summary>
[AllowedTo(Roles.Registrar | Roles.Planner | Roles.Inspector)]
public sealed class SaveComparison(IComparisonStore store, IUnitOfWork work, AuthorityClock clock)
{
    // A finding's id is the comparison's, a hyphen and six digits.
    private const int LongestId = 40;

    /// <summary>Saves and journals it. SUP3230: its id is malformed or taken.</summary>
    /// <param name="id">Id, with which the result was computed.</param>
    /// <param name="result">Result.</param>
    /// <param name="policy">Policy by which it was computed.</param>
    /// <param name="asOf">Day on which licences had to be valid.</param>
    /// <param name="actor">Who keeps it, for which agency.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<ComparisonRun>> RunAsync(
        string id, ComparisonResult result, ComparisonPolicy policy, DateOnly asOf, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Identifier.IsValid(id) || id.Length > LongestId || await store.FindRunAsync(id, cancellationToken).ConfigureAwait(false) is not null)
        {
            return Refusal.Of("SUP3230", id, Invariant.Text(LongestId));
        }

        var run = new ComparisonRun(
            id, actor.AgencyId, asOf, $"{policy.Name} {policy.Version}", clock.Now, result.Supervised, result.Compared, result.Matched);
        await store.AddAsync(run, result.Findings, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("comparison.saved", id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("asOf", Invariant.Text(asOf));
            json.WriteString("policy", run.Policy);
            json.WriteNumber("compared", run.Compared);
            json.WriteNumber("findings", result.Findings.Count);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return run;
    }
}
