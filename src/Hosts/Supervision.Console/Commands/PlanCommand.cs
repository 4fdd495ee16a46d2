using System.CommandLine;
using System.Globalization;
using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Risk;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Approves an inspection plan with the ratios of the rule pack, or with a wanted share of all subjects.</summary>
internal static class PlanCommand
{
    /// <summary>The command, with verbs of its own below it.</summary>
    public static Command Create(CommandFactory factory, params Command[] verbs)
    {
        var id = new Argument<string>("PLAN");
        var item = new Option<string>("--item") { HelpName = "CODE", Required = true };
        var division = new Option<string>("--division") { HelpName = "CODE", Required = true };
        var name = new Option<string?>("--name") { HelpName = "TEXT" };
        var agency = new Option<string?>("--agency") { HelpName = "ID" };
        var from = new Option<DateOnly?>("--from") { HelpName = "DATE" };
        var to = new Option<DateOnly?>("--to") { HelpName = "DATE" };
        var share = new Option<decimal?>("--share") { HelpName = "PERCENT" };
        var most = new Option<int?>("--at-most-months") { HelpName = "NUMBER" };
        var least = new Option<int?>("--at-least-months") { HelpName = "NUMBER" };
        var draws = new Option<int?>("--draws") { HelpName = "NUMBER" };
        var industry = new Option<bool>("--by-industry");
        var rules = RulesOption.Create();
        share.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<decimal?>() is < 0 or > 100)
            {
                result.AddError("--share: 0..100");
            }
        });
        draws.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--draws: 1 or more");
            }
        });
        var command = factory.Verb("plan", RunAsync, id, item, division, name, agency, from, to, share, most, least, draws, industry, rules);
        foreach (var verb in verbs)
        {
            command.Subcommands.Add(verb);
        }

        return command;

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var code = run.Arguments.GetRequiredValue(item);
            var found = await services.RunAsync<ICatalogStore, SupervisionItem?>(
                store => store.FindItemAsync(code, cancellationToken)!);
            var start = run.Arguments.GetValue(from) ?? services.Get<AuthorityClock>().Today;
            var ratios = services.Get<IDrawRatioPolicy>().RatiosOn(start);
            var area = run.Arguments.GetRequiredValue(division);
            var (rates, source) = run.Arguments.GetValue(share) is { } percent
                ? (await SharesAsync(services, percent, area, found?.SubjectCategories ?? [], start, cancellationToken), $"share {percent.ToString(CultureInfo.InvariantCulture)} %")
                : (ratios.ToTierRates(), ratios.Policy.ToString());
            if (rates.Count == 0)
            {
                // A share of nobody: the area or the item's categories are wrong.
                return run.Talk.Refuse(Refusal.Of("SUP4112", run.Arguments.GetRequiredValue(id), "0"));
            }

            var frequency = new VisitFrequency(run.Arguments.GetValue(most), run.Arguments.GetValue(least));
            if (run.Arguments.GetValue(draws) is { } planned)
            {
                (rates, source) = Floored(rates, frequency.FloorPpm(planned), source);
            }

            var request = new PlanRequest(
                run.Arguments.GetRequiredValue(id), run.Arguments.GetValue(name) ?? found?.Name ?? code,
                run.Arguments.GetValue(agency) ?? found?.OwnerAgencyId ?? "", code, area, start,
                run.Arguments.GetValue(to) ?? new DateOnly(start.Year, 12, 31), rates, ratios.MinPerCell,
                ratios.CoolDownDays, source)
            {
                Frequency = frequency,
                ByIndustry = run.Arguments.GetValue(industry),
            };
            var outcome = await services.RunAsync<ApprovePlan, Outcome<InspectionPlan>>(
                approve => approve.RunAsync(request, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var plan, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            Show(run, plan);
            return ExitCode.Ok;
        }
    }

    private static Task<IReadOnlyList<TierRate>> SharesAsync(
        HostServices services, decimal percent, string division, IReadOnlyList<string> categories, DateOnly date,
        CancellationToken cancellationToken) =>
        services.RunAsync<PlanFrame, IReadOnlyList<TierRate>>(async frames => ShareRates.From(
            (int)(percent * 10_000m), await frames.CountAsync(division, categories, date, cancellationToken)));

    // Else whoever was not reached by the last draw of the period would fill that draw alone, all due at once.
    private static (IReadOnlyList<TierRate> Rates, string Source) Floored(IReadOnlyList<TierRate> rates, int floor, string source) =>
        rates.All(rate => rate.Ppm >= floor)
            ? (rates, source)
            : ([.. rates.Select(rate => rate with { Ppm = Math.Max(rate.Ppm, floor) })], $"{source}, floor {Percent.Of(floor)}");

    private static void Show(CommandRun run, InspectionPlan plan) => run.Output.Show(
        json =>
        {
            json.WriteString("plan", plan.Id);
            json.WriteString("item", plan.ItemCode);
            json.WriteString("checklist", plan.Checklist.ContentHash);
            json.WriteStartObject("ppm");
            foreach (var rate in plan.Rates)
            {
                json.WriteNumber(rate.Tier, rate.Ppm);
            }

            json.WriteEndObject();
            json.WriteNumber("minPerCell", plan.MinPerCell);
            json.WriteNumber("coolDownDays", plan.CoolDownDays);
            json.WriteString("ratioSource", plan.RatioSource);
        },
        output =>
        {
            output.Line(run.Texts.Format("plan.approved", plan.Id, plan.Name));
            output.Table(
                [run.Texts["column.class"], run.Texts["column.ratio"]],
                plan.Rates.Select(rate => (IReadOnlyList<string>)[rate.Tier, Percent.Of(rate.Ppm)]));
            output.Line(run.Texts.Format("plan.source", plan.RatioSource));
        });
}
