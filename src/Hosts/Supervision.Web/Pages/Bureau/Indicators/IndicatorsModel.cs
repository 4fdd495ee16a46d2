using System.Globalization;
using Supervision.DecisionSupport;
using Supervision.Hosting.Wording;
using Supervision.Registry;
using Supervision.Time;
using Supervision.Web.Localization;

namespace Supervision.Web.Pages.Bureau.Indicators;

/// <summary>The indicators of the bureau over a period: figure with both counts, how it went, who stands where, what misses the target.</summary>
internal sealed class IndicatorsModel(AuthorityClock clock) : ActingPage
{
    private IReadOnlyDictionary<string, string> _agencies = new Dictionary<string, string>(StringComparer.Ordinal);

    public DateOnly Today => clock.Today;

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public IndicatorGrain Grain { get; private set; }

    /// <summary>Empty when the question was refused.</summary>
    public IReadOnlyList<IndicatorResult> Results { get; private set; } = [];

    public async Task OnGetAsync(DateOnly? from, DateOnly? to, IndicatorGrain? grain, CancellationToken cancellationToken)
    {
        (From, To, Grain) = (from ?? new DateOnly(Today.Year, 1, 1), to ?? Today, grain is { } asked && Enum.IsDefined(asked) ? asked : IndicatorGrain.Month);
        var request = new IndicatorRequest(From, To) { Grain = Grain };
        Results = await ActAsync<ShowIndicators, IndicatorResult[]>(show => show.RunAsync(request, cancellationToken)) ?? [];
        _agencies = (await Reading<IOfficerStore>().ListAgenciesAsync(cancellationToken)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);
    }

    /// <summary>A figure as it is read; a dash where there is nothing to divide by.</summary>
    public static string Read(IndicatorDefinition definition, decimal? quotient) => quotient is not { } value ? "–"
        : definition.Unit == IndicatorUnit.Share ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"
        : value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A stretch of a series by the name of its month, quarter or year.</summary>
    public static string At(IndicatorPoint point, IndicatorGrain grain, WebTexts texts) => grain switch
    {
        IndicatorGrain.Quarter => texts.Format("indicators.at.Quarter", point.From.Year.ToString(CultureInfo.InvariantCulture), (point.From.Month + 2) / 3),
        IndicatorGrain.Year => texts.Format("indicators.at.Year", point.From.Year.ToString(CultureInfo.InvariantCulture)),
        _ => point.From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    /// <summary>Name of an agency; its id where it has none.</summary>
    public string NameOf(string agency) => _agencies.GetValueOrDefault(agency, agency);

    /// <summary>Whose figure misses its target.</summary>
    public string NameOf(IndicatorWarning warning) => warning.IsArea ? DivisionNames.Of(warning.Key) : NameOf(warning.Key);
}
