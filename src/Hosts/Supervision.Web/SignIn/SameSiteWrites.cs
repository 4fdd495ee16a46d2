namespace Supervision.Web.SignIn;

/// <summary>
/// What changes something comes from pages of this site, or from a program that no browser sends along: a browser says where a
/// request comes from, and a foreign page cannot forge that.
/// </summary>
internal sealed class SameSiteWrites : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsWrite(context.Request.Method) && IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
    }

    // A browser that does not know Sec-Fetch-Site says by Origin at least whose page it is.
    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site] ? site is not ("same-origin" or "none")
        : request.Headers.Origin is [{ Length: > 0 } origin] && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && new HostString(page.Authority) == request.Host);

    private static bool IsWrite(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
}
