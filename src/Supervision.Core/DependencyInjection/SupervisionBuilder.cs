using Microsoft.Extensions.DependencyInjection;

namespace Supervision;

/// <summary>Collects what an embedder chooses: storage, rule packs, time zone. Other packages add their own verbs.</summary>
public sealed class SupervisionBuilder
{
    internal SupervisionBuilder(IServiceCollection services) => Services = services;

    /// <summary>The collection that is being filled.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The authority's time zone: its civil dates are the dates of law. China Standard Time by default.</summary>
    public TimeZoneInfo AuthorityTimeZone { get; set; } = Time.AuthorityClock.ChinaStandardTime;
}
