namespace Supervision.Web;

/// <summary>
/// What routing finds no endpoint for is answered before anybody is asked to sign in: 404 for an address that is not there, 405 with the
/// methods that it has, 415 for another kind of body.
/// </summary>
internal static class NoEndpoint
{
    /// <summary>HEAD is asked as GET, whose content the server then leaves out; goes before everything else.</summary>
    public static void UseHead(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });

    /// <summary>Answers what has no endpoint; goes right after routing.</summary>
    public static void UseNoEndpoint(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint() is RouteEndpoint ? next(context) : AnswerAsync(context));

    private static async Task AnswerAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { RequestDelegate: { } answer })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await answer(context); // the 405 or 415 of routing itself
        if (context.Response.Headers.Allow is { Count: > 0 } methods)
        {
            var all = methods.ToString().Split(", ");
            string[] beside = all.Contains(HttpMethods.Get, StringComparer.Ordinal) ? [HttpMethods.Head, HttpMethods.Options] : [HttpMethods.Options];
            context.Response.Headers.Allow = string.Join(", ", all.Union(beside, StringComparer.Ordinal));
            if (HttpMethods.IsOptions(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            }
        }
    }
}
