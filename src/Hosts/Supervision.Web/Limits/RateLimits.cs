using System.Threading.RateLimiting;
using Supervision.Web.SignIn;
using Supervision.Web.Telemetry;

namespace Supervision.Web.Limits;

/// <summary>
/// Limits of requests: by address before sign-in, by person after. What is over the limit gets 429 and is told when to come back. Counted
/// in this process; behind a gateway that signs nobody in, all strangers share its address.
/// </summary>
internal static class RateLimits
{
    /// <summary>Calls of the API.</summary>
    public const string Api = "api";

    /// <summary>Public pages on which somebody looks something up: a certificate, an own entry of a draw.</summary>
    public const string Public = "public";

    /// <summary>Tries at sign-in.</summary>
    public const string SignIn = "sign-in";

    private const int TriesAtSignIn = 20;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, LimitSettings settings, bool isDemo) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var policy = rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute>()?.PolicyName;
            rejected.HttpContext.RequestServices.GetRequiredService<WebMeters>().Limited(policy ?? "");
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Api, context => context.User is { Identity.IsAuthenticated: true } user
            ? Bucket($"{user.FindFirst(PersonClaims.Person)?.Value}@{user.FindFirst(PersonClaims.Agency)?.Value}", settings.PerActor)
            : Bucket(AddressOf(context), settings.PerAddress));
        limiter.AddPolicy(Public, context => IsLookUp(context.Request) ? Bucket(AddressOf(context), settings.PerAddress) : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method) && !isDemo
            ? Bucket(AddressOf(context), TriesAtSignIn)
            : RateLimitPartition.GetNoLimiter(""));
    });

    // A page that only shows its form costs nothing.
    private static bool IsLookUp(HttpRequest request) => HttpMethods.IsPost(request.Method) || request.QueryString.HasValue;

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "no address";

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / Math.Min(60, perMinute),
        QueueLimit = 0,
    });
}
