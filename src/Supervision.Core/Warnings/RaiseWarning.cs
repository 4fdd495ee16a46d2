using System.Globalization;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Warnings;

/// <summary>
/// Takes in a signal, lets its model assess the subject, and raises a warning or goes on with the one of the same cause 去重. Where the
/// route says so, a warning is confirmed and dispatched by rule.
/// </summary>
[AllowedTo(Roles.Planner | Roles.Inspector | Roles.Head, IsShared = true)]
public sealed class RaiseWarning(
    IRiskSignalStore signals, ISubjectStore subjects, IWarningModels models, WarningRoutes routes, MatterWork matters)
{
    /// <summary>
    /// Keeps the signal and what follows from it, in one transaction. SUP7103: the id of the signal is malformed or known already; SUP1222: no
    /// such subject; SUP7004: the signal lies in the future; SUP3173: only a review says that kind; SUP7101, SUP7102: see <see cref="IWarningModels"/>.
    /// </summary>
    public async Task<Outcome<SignalResult>> RunAsync(RiskSignal signal, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(actor);
        if (signal.Kind == RiskSignal.Reviewed)
        {
            return Refusal.Of("SUP3173", signal.Id, signal.Kind);
        }

        if (signal.At > matters.Now)
        {
            return Refusal.Of("SUP7004", Invariant.Text(matters.Clocks.DateOf(signal.At)));
        }

        if (await subjects.FindAsync(signal.SubjectId, cancellationToken).ConfigureAwait(false) is not { } subject)
        {
            return Refusal.Of("SUP1222", signal.SubjectId);
        }

        var known = await signals.ListAsync(signal.SubjectId, signal.Model, cancellationToken).ConfigureAwait(false);
        var asOf = matters.Clocks.DateOf(signal.At);
        var heard = known.Append(signal with { Sequence = long.MaxValue }).Where(one => one.IsGood || one.Id == signal.Id)
            .Select(one => one with { At = matters.Clocks.Local(one.At) }).ToList();
        if (!models.Assess(signal.Model, signal.SubjectId, heard, asOf).TryGet(out var assessment, out var refusal))
        {
            return refusal;
        }

        if (!Identifier.IsValid(signal.Id) || !await signals.AddAsync(signal, cancellationToken).ConfigureAwait(false))
        {
            return Refusal.Of("SUP7103", signal.Id);
        }

        var outcome = await FollowAsync(signal, subject, assessment, asOf, actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<SignalResult>> FollowAsync(
        RiskSignal signal, Subject subject, WarningAssessment assessment, DateOnly asOf, Actor actor, CancellationToken cancellationToken)
    {
        if (assessment.Level == WarningLevel.None)
        {
            return new SignalResult(assessment, null, IsNew: false, []);
        }

        var cause = $"{signal.Model}|{signal.SubjectId}";
        var window = signal.At.AddHours(-(double)matters.Clocks.Policy.Number("warning.window.hours", asOf));
        var open = (await matters.Store.ListByCauseAsync(cause, DateTimeOffset.MinValue, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(one => one.State is MatterState.Raised or MatterState.Confirmed or MatterState.Tasked || one.OpenedAt >= window);
        var (warning, isNew) = (open, open is null);
        Refusal? refusal;
        if (open is { State: MatterState.Raised or MatterState.Confirmed or MatterState.Tasked })
        {
            var again = new MatterEntry(MatterTrigger.Repeat, signal.At < open.LastAt ? open.LastAt : signal.At)
            {
                Reference = signal.Id, Facts = FactsOf(signal, assessment, open),
            };
            if (!(await matters.StepAsync(open, again, actor, cancellationToken).ConfigureAwait(false)).TryGet(out warning, out refusal))
            {
                return refusal;
            }
        }
        else if (open is null)
        {
            var raised = new Matter
            {
                Id = $"W-{signal.Id}", Kind = MatterKind.Warning, Category = signal.Model, Title = $"{subject.Name} {signal.Kind}", Cause = cause,
                AgencyId = actor.AgencyId, OriginAgencyId = actor.AgencyId, SubjectId = subject.Id, OpenedAt = signal.At,
                State = MatterState.Raised, Facts = FactsOf(signal, assessment, before: null),
            };
            if (!(await matters.OpenAsync(raised, actor, cancellationToken).ConfigureAwait(false)).TryGet(out warning, out refusal))
            {
                return refusal;
            }
        }

        return await ByRuleAsync(warning!, subject, assessment, isNew, actor, asOf, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<SignalResult>> ByRuleAsync(
        Matter warning, Subject subject, WarningAssessment assessment, bool isNew, Actor actor, DateOnly asOf, CancellationToken cancellationToken)
    {
        if (warning.State is not (MatterState.Raised or MatterState.Confirmed) || warning.Fact("quality") != "good"
            || routes.For(warning.Category, asOf) is not { AutomaticFrom: { } from } route || LevelOf(warning) < from)
        {
            return new SignalResult(assessment, warning, isNew, []);
        }

        var agencies = await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false);
        var takers = route.Fields.Select(field => Hierarchy.For(field, subject.DivisionCode, agencies)?.Id).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        if (takers.Count == 0)
        {
            return new SignalResult(assessment, warning, isNew, []);
        }

        Refusal? refusal;
        if (warning.State == MatterState.Raised)
        {
            var confirm = new MatterEntry(MatterTrigger.Confirm, warning.LastAt) { Text = route.Basis.ToString() };
            if (!(await matters.StepAsync(warning, confirm, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var confirmed, out refusal))
            {
                return refusal;
            }

            warning = confirmed;
        }

        var dispatch = new MatterEntry(MatterTrigger.Dispatch, warning.LastAt) { AgencyIds = takers, Text = route.Basis.ToString() };
        return (await WarningParts.DispatchAsync(matters, warning, dispatch, actor, cancellationToken).ConfigureAwait(false))
            .TryGet(out var dispatched, out refusal)
            ? new SignalResult(assessment, dispatched.Warning, isNew, dispatched.Parts)
            : refusal;
    }

    /// <summary>The level of a warning.</summary>
    public static WarningLevel LevelOf(Matter warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return Enum.TryParse<WarningLevel>(warning.Fact("level"), out var level) ? level : WarningLevel.None;
    }

    // A warning keeps the highest level that it had, and that a sensor is behind it: a later signal of another kind lifts neither.
    private static Dictionary<string, string> FactsOf(RiskSignal signal, WarningAssessment assessment, Matter? before)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["source"] = before?.Fact("source") is RiskSignal.Sensor ? RiskSignal.Sensor : signal.Source,
            ["quality"] = signal.IsGood || before?.Fact("quality") is "good" ? "good" : "doubtful",
            ["signal"] = signal.Id,
        };
        if (before is null || assessment.Level > LevelOf(before))
        {
            facts["level"] = assessment.Level.ToString();
            facts["model"] = assessment.Model.ToString();
            facts["reasons"] = assessment.Reasons.In(CultureInfo.InvariantCulture);
            facts[MatterWork.Explained] = ExplanationJson.Of(assessment.Reasons);
        }

        return facts;
    }
}
