using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Supervision.Web.Localization;

/// <summary>zh-CN and English: by the reader's choice, kept in a cookie, else by what the browser asks for.</summary>
internal static class Languages
{
    private static readonly CultureInfo[] s_all = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(s_all[0]);
        options.SupportedCultures = options.SupportedUICultures = s_all;
        options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }

    /// <summary>/language/en?back=/draws: remembers the choice and goes back, to this site only.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder app) => app.MapGet("/language/{name}", (string name, string? back, HttpContext context) =>
    {
        if (Array.Find(s_all, culture => culture.Name == name) is not { } chosen)
        {
            return Results.NotFound();
        }

        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps });
        return Results.LocalRedirect(back is ['/', not ('/' or '\\'), ..] ? back : "/");
    });
}
