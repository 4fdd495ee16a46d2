using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Supervision.Web.SignIn;

/// <summary>Ends a session: on every host at once, whoever holds a copy of the cookie.</summary>
internal static class SignOutEndpoint
{
    public static void MapSignOut(this WebApplication app) => app.MapPost("/sign-out", async (HttpContext context, IAntiforgery forgery) =>
    {
        if (!await forgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

        // Not "storage": what the phone has not sent yet is an officer's record of an inspection.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.LocalRedirect("/");
    }).AllowAnonymous();
}
