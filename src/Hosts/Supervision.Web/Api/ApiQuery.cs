namespace Supervision.Web.Api;

/// <summary>What an address and its headers ask for beside the call itself. A parameter that is misspelt is told: passed over, a filter would give everything.</summary>
internal static class ApiQuery
{
    /// <summary>Lets through what the description of the call names, each once, and a body as it is, not compressed.</summary>
    /// <exception cref="ApiFieldException">There is no such parameter, or it stands twice.</exception>
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.ContentEncoding is { Count: > 0 } coding && !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.AcceptEncoding = "identity";
            return ValueTask.FromResult<object?>(ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "The body is taken as it is, not compressed.", "Content-Encoding"));
        }

        var known = http.GetEndpoint()!.Metadata.OfType<ApiParameter>().Where(parameter => !parameter.IsHeader).Select(parameter => parameter.Name).ToList();
        foreach (var (name, values) in http.Request.Query)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ApiFieldException(known.Count == 0 ? "This call takes no parameters." : "There is no such parameter; there is: " + string.Join(", ", known) + ".", name);
            }

            if (values.Count > 1)
            {
                throw new ApiFieldException("This parameter is taken once.", name);
            }
        }

        return next(context);
    }
}
