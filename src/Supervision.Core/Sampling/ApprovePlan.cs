using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Sampling;

/// <summary>Approves an inspection plan: only what is in the catalogue, with a basis in force, may be inspected.</summary>
[AllowedTo(Roles.Planner)]
public sealed class ApprovePlan(
    IDrawStore draws, ICatalogStore catalog, IOfficerStore officers, IUnitOfWork work, AuthorityClock clock,
    CurrentActor current)
{
    private static readonly LegalBasis s_itemList = new("国办发〔2015〕58号", "");

    /// <summary>
    /// Saves and journals the plan. SUP4101: the item is not in the catalogue; SUP4102: it has no checklist; SUP4103:
    /// no basis in force for the whole period; SUP1123: the item maps to none of the national catalogue; SUP4104: the period ends before it begins; SUP4105: the id is taken or
    /// malformed; SUP4106: no such agency, or without power in the item's field; SUP4107: a ratio is out of range or a tier stands twice;
    /// SUP4231: the frequency asks for visits that it forbids.
    /// </summary>
    public async Task<Outcome<InspectionPlan>> RunAsync(
        PlanRequest request, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((current.RefuseAgency(request.AgencyId) ?? CheckForm(request)) is { } malformed)
        {
            return malformed;
        }

        if (await draws.FindPlanAsync(request.Id, cancellationToken).ConfigureAwait(false) is not null)
        {
            return Refusal.Of("SUP4105", request.Id);
        }

        if (await catalog.FindItemAsync(request.ItemCode, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return Refusal.Of("SUP4101", request.ItemCode).On(s_itemList);
        }

        var checklist = item.ChecklistId is null
            ? null
            : await catalog.FindChecklistAsync(item.ChecklistId, null, cancellationToken).ConfigureAwait(false);
        if (checklist is null)
        {
            return Refusal.Of("SUP4102", item.Code);
        }

        if (!item.MayBeInspectedOn(request.From) || !item.MayBeInspectedOn(request.To))
        {
            return Refusal.Of("SUP4103", item.Code, Invariant.Text(request.From), Invariant.Text(request.To)).On(s_itemList);
        }

        if (await NationalList.RefuseAsync(catalog, item, cancellationToken).ConfigureAwait(false) is { } outside)
        {
            return outside;
        }

        var agencies = await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false);
        var agency = agencies.FirstOrDefault(candidate => candidate.Id == request.AgencyId);
        if (agency is null || !agency.Fields.Contains(item.Field, StringComparer.Ordinal))
        {
            return Refusal.Of("SUP4106", request.AgencyId, item.Field);
        }

        var plan = PlanOf(request, item, checklist);
        await draws.AddPlanAsync(plan, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("plan.approved", plan.Id, actor, clock.Now, Payload(plan)));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return plan;
    }

    private static Refusal? CheckForm(PlanRequest request)
    {
        if (!Identifier.IsValid(request.Id) || request.Id.Length > 32)
        {
            return Refusal.Of("SUP4105", request.Id);
        }

        if (request.To < request.From)
        {
            return Refusal.Of("SUP4104", Invariant.Text(request.From), Invariant.Text(request.To));
        }

        if (!request.Frequency.IsValid)
        {
            return Refusal.Of(
                "SUP4231", Invariant.Text(request.Frequency.AtMostOnceInMonths ?? 0), Invariant.Text(request.Frequency.AtLeastOnceInMonths ?? 0));
        }

        var tiers = new HashSet<string>(StringComparer.Ordinal);
        var wrong = request.Rates.FirstOrDefault(rate => rate.Ppm is < 0 or > DrawRate.Whole || !tiers.Add(rate.Tier));
        return wrong is null && request.Rates.Count > 0
            ? null
            : Refusal.Of("SUP4107", wrong?.Tier ?? "-", Invariant.Text(wrong?.Ppm ?? 0));
    }

    private static InspectionPlan PlanOf(PlanRequest request, SupervisionItem item, Checklist checklist) => new()
    {
        Id = request.Id,
        Name = request.Name,
        AgencyId = request.AgencyId,
        ItemCode = item.Code,
        Field = item.Field,
        Checklist = checklist.Reference,
        DivisionCode = request.DivisionCode,
        SubjectCategories = item.SubjectCategories,
        From = request.From,
        To = request.To,
        Rates = request.Rates,
        MinPerCell = request.MinPerCell,
        CoolDownDays = request.CoolDownDays,
        RatioSource = request.RatioSource,
        Frequency = request.Frequency,
        ByIndustry = request.ByIndustry,
    };

    private static string Payload(InspectionPlan plan) => CanonicalJson.Of(json =>
    {
        json.WriteString("item", plan.ItemCode);
        json.WriteString("checklist", plan.Checklist.ContentHash);
        json.WriteString("division", plan.DivisionCode);
        json.WriteString("from", Invariant.Text(plan.From));
        json.WriteString("to", Invariant.Text(plan.To));
        json.WriteStartObject("ppm");
        foreach (var rate in plan.Rates)
        {
            json.WriteNumber(rate.Tier, rate.Ppm);
        }

        json.WriteEndObject();
        json.WriteNumber("minPerCell", plan.MinPerCell);
        json.WriteNumber("coolDownDays", plan.CoolDownDays);
        if (plan.Rates.Any(rate => rate.RestDays is not null))
        {
            json.WriteStartObject("restDays");
            foreach (var rate in plan.Rates.Where(rate => rate.RestDays is not null))
            {
                json.WriteNumber(rate.Tier, rate.RestDays!.Value);
            }

            json.WriteEndObject();
        }

        json.WriteString("ratioSource", plan.RatioSource);
        if (plan.Frequency != VisitFrequency.None)
        {
            json.WriteNumber("atMostOnceInMonths", plan.Frequency.AtMostOnceInMonths ?? 0);
            json.WriteNumber("atLeastOnceInMonths", plan.Frequency.AtLeastOnceInMonths ?? 0);
        }

        if (plan.ByIndustry)
        {
            json.WriteBoolean("byIndustry", true);
        }
    });
}
