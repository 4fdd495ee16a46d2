using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Supervision.Audit;

namespace Supervision.Web;

/// <summary>Ready when the store answers and the journal's head can be read.</summary>
internal sealed class StoreHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var head = await scope.ServiceProvider.GetRequiredService<IJournalReader>().HeadAsync(cancellationToken);
        return HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{head.Size} journal entries"));
    }
}
