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

                // Scripts and styles are everybody's and say so themselves.
                if (headers.CacheControl is not [{ } said] || !said.Contains("max-age", StringComparison.Ordinal) && !said.Contains("immutable", StringComparison.Ordinal))
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            }, context);
        }

        return next(context);
    }
}
