namespace Supervision.Web.Security;

/// <summary>Headers of every answer: scripts, styles and forms of this site only, no frames, no guessing of types; the camera for the phone only.</summary>
internal sealed class SecurityHeaders : IMiddleware
{
    private const string Policy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The drawing of DMN sets styles of its own; its font and marks come with its sheet. Scripts stay those of this site.
    private const string Drawing = Policy + "; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:";

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/bureau/rules/dmn", StringComparison.Ordinal) ? Drawing : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = context.Request.Path.StartsWithSegments("/m", StringComparison.Ordinal)
            ? "camera=(self), geolocation=(), microphone=()"
            : "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
