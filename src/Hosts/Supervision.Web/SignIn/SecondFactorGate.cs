using Microsoft.AspNetCore.Authorization;

namespace Supervision.Web.SignIn;

/// <summary>Whoever needs a second factor and signed in without one comes to the page that sets it up, and nowhere else.</summary>
internal sealed class SecondFactorGate(Accounts accounts) : IMiddleware
{
    /// <summary>Where a person changes the password and sets up the second factor.</summary>
    public const string Page = "/account";

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var (user, endpoint) = (context.User, context.GetEndpoint());
        if (Sessions.SinceOf(user) is null || user.HasClaim(claim => claim.Type == PersonClaims.TwoFactors)
            || !accounts.NeedsSecondFactor(user.HasClaim(claim => claim.Type == PersonClaims.Subject))
            || endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null || context.Request.Path.Equals(Page, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            context.Response.Redirect(Page);
        }

        return Task.CompletedTask;
    }
}
