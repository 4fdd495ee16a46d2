using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Matters;

/// <summary>Conditions on the steps of matters.</summary>
internal static class MatterGuards
{
    /// <summary>The agency whose turn it is.</summary>
    public static readonly Guard<MatterFacts> Holder = new("whose turn it is", facts => MayAct(facts, facts.Matter.AgencyId));

    /// <summary>The agency it came from.</summary>
    public static readonly Guard<MatterFacts> Origin = new("origin", facts => MayAct(facts, facts.Matter.OriginAgencyId));

    /// <summary>A reason, measure or result in words.</summary>
    public static readonly Guard<MatterFacts> TextGiven = new(
        "words given", facts => string.IsNullOrWhiteSpace(facts.Entry.Text) ? Refusal.Of("SUP7010", facts.Entry.Trigger.ToString()) : null);

    /// <summary>One known agency at least, none twice.</summary>
    public static readonly Guard<MatterFacts> TakersNamed = new("takers known", facts =>
    {
        var takers = facts.Entry.AgencyIds;
        return takers.Count > 0 && takers.Distinct(StringComparer.Ordinal).Count() == takers.Count
            && takers.All(id => facts.Agencies.Any(agency => agency.Id == id))
            ? null
            : Refusal.Of("SUP7011", string.Join(", ", takers));
    });

    /// <summary>One known agency.</summary>
    public static readonly Guard<MatterFacts> TakerNamed = new("taker known", facts =>
        facts.Entry.AgencyIds.Count == 1 ? TakersNamed.Check(facts) : Refusal.Of("SUP7011", string.Join(", ", facts.Entry.AgencyIds)));

    /// <summary>The category stands in the list of categories.</summary>
    public static readonly Guard<MatterFacts> CategoryListed = new(
        "category listed", facts => facts.CategoryIsListed is true ? null : Refusal.Of("SUP7013", facts.Entry.Category ?? ""));

    /// <summary>As many officers who may inspect as the policy asks for, all different: a grid worker never stands in for one.</summary>
    public static readonly Guard<MatterFacts> OfficersCertified = new("certified officers", facts =>
    {
        var ids = facts.Entry.OfficerIds.Distinct(StringComparer.Ordinal).ToList();
        if (facts.OfficersNeeded is { } needed && ids.Count < needed.Number)
        {
            return Refusal.Of("SUP7012", Invariant.Text(ids.Count), Invariant.Text(needed.Number)).On(needed.Basis);
        }

        foreach (var id in ids)
        {
            var officer = facts.Officers.FirstOrDefault(one => one.Id == id);
            if (officer is null || officer.AgencyId != facts.Matter.AgencyId)
            {
                return Refusal.Of("SUP2145", id, facts.Matter.AgencyId);
            }

            if (officer.CheckDrawable(facts.On) is { } unfit)
            {
                return unfit;
            }
        }

        return null;
    });

    /// <summary>Every part is fed back or closed.</summary>
    public static readonly Guard<MatterFacts> PartsDone = new("all parts fed back", facts =>
        facts.Parts.FirstOrDefault(part => part.State is not (MatterState.FedBack or MatterState.Closed)) is { } open
            ? Refusal.Of("SUP7014", open.Id, open.State.ToString())
            : null);

    /// <summary>
    /// What a sensor says is no proof by itself (行政处罚法 art. 41): its alarm is disposed of through an inspection and a sample.
    /// </summary>
    public static readonly Guard<MatterFacts> Sampled = new("sensor: inspected and sampled", facts =>
        facts.Matter.Fact("source") != "sensor" || facts.Parts.Any(part =>
            part.Fact("task") is not null && part.Fact("sample") is { Length: > 0 } && part.Last(MatterTrigger.Handle) is not null)
            ? null
            : Refusal.Of("SUP7016", facts.Matter.Id).On(new LegalBasis("行政处罚法", "第四十一条", new DateOnly(2021, 7, 15))));

    /// <summary>Nobody closes an own warning unseen: the reviewer is neither who disposed of it nor who handled a part.</summary>
    public static readonly Guard<MatterFacts> ReviewerIsIndependent = new("reviewer handled nothing", facts =>
        facts.Actor is { } actor && (Did(facts.Matter, MatterTrigger.Dispose, actor) || facts.Parts.Any(part => Did(part, MatterTrigger.Handle, actor)))
            ? Refusal.Of("SUP7017", actor.Id)
            : null);

    /// <summary>The signals behind it are good.</summary>
    public static readonly Guard<MatterFacts> QualityIsGood = new("data quality good", facts =>
        facts.Matter.Fact("quality") is null or "good" ? null : Refusal.Of("SUP7018", facts.Matter.Id));

    /// <summary>Where an inspection task was opened for it, that task is recorded.</summary>
    public static readonly Guard<MatterFacts> TaskRecorded = new("its inspection recorded", facts =>
        facts.Matter.Fact("task") is { } opened && facts.Task is not { RecordedAt: not null }
            ? Refusal.Of("SUP7019", opened)
            : null);

    private static Refusal? MayAct(MatterFacts facts, string agencyId) =>
        facts.Actor is not { } actor || actor.Roles == Roles.All
        || (actor.IsSubject ? actor.AgencyId == facts.Matter.SubjectId : actor.AgencyId == agencyId)
            ? null
            : Refusal.Of("SUP9302", actor.Id, actor.AgencyId, agencyId);

    private static bool Did(Matter matter, MatterTrigger trigger, Actor actor) =>
        matter.Steps.Any(step => step.Entry.Trigger == trigger && step.By.IsSameAs(actor));
}
