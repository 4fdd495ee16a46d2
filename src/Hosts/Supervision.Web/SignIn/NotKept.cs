namespace Supervision.Web.SignIn;

/// <summary>What somebody who is signed in is shown is not kept by the browser or on the way, so that nobody finds it there afterwards.</summary>
internal sealed class NotKept : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            context.Response.OnStarting(static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;

                // Scripts, styles and published files are everybody's: they say themselves how long they are good.
                if (!headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal))
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            }, context);
        }

        return next(context);
    }
}
