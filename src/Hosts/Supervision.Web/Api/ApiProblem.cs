using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Rules;
using Supervision.Rules.Packs;

namespace Supervision.Web.Api;

/// <summary>Every error of the API in one form, application/problem+json (RFC 9457): code, words, legal basis, trace; never a stack trace.</summary>
internal static class ApiProblem
{
    // There is no such task, case, matter, subject, plan, draw; another agency's is not there either.
    private static readonly HashSet<string> s_missing = new(["SUP2001", "SUP2300", "SUP3200", "SUP4111", "SUP4121", "SUP7000", "SUP7310"], StringComparer.Ordinal);

    /// <summary>A refusal of a use case: 404 for what is not there or not the actor's, 403 for lack of right, 400 and 422 for idempotency keys, else 422.</summary>
    public static IResult Of(Refusal refusal, int? status = null)
    {
        var culture = CultureInfo.CurrentUICulture;
        var extensions = Trace();
        extensions["code"] = refusal.Code;
        if (refusal.Basis is { } basis)
        {
            extensions["legalBasis"] = basis.ToString();
        }

        return new Answer(status ?? StatusOf(refusal), refusal.Code, refusal.Message.In(culture), "urn:supervision:" + refusal.Code, extensions);
    }

    /// <summary>An error without a code of ours: the status says what it is, the detail where to look.</summary>
    public static IResult Of(int status, string? detail = null, string? field = null)
    {
        var extensions = Trace();
        if (field is not null)
        {
            extensions["field"] = field;
        }

        return new Answer(status, ReasonPhrases.GetReasonPhrase(status), detail, null, extensions);
    }

    /// <summary>A rule pack with errors: all of them, each with its place.</summary>
    private static IResult Of(RulePackException broken)
    {
        var extensions = Trace();
        extensions["code"] = broken.Errors[0].Code;
        extensions["errors"] = broken.Errors.Select(error => new { error.File, error.Line, error.Column, error.Path, error.Code, Text = error.Message.In(CultureInfo.CurrentUICulture) }).ToArray();
        return new Answer(
            StatusCodes.Status422UnprocessableEntity, broken.Errors[0].Code, broken.Errors[0].Message.In(CultureInfo.CurrentUICulture),
            "urn:supervision:" + broken.Errors[0].Code, extensions);
    }

    /// <summary>The thing is at another version than the command was meant for.</summary>
    private static IResult Of(ApiPreconditionException stale)
    {
        var extensions = Trace();
        extensions["field"] = "If-Match";
        extensions["currentVersion"] = stale.Version;
        return new Answer(
            StatusCodes.Status412PreconditionFailed, ReasonPhrases.GetReasonPhrase(StatusCodes.Status412PreconditionFailed),
            string.Create(CultureInfo.InvariantCulture, $"It is at version {stale.Version} by now. Read it again, and send what still holds."), null, extensions);
    }

    /// <summary>Turns what handlers throw into problems; anything unforeseen is for the log, the client gets its trace.</summary>
    public static async ValueTask<object?> CatchAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusedException refused)
        {
            return Of(refused.Refusal);
        }
        catch (ConcurrencyConflictException)
        {
            return Of(StatusCodes.Status409Conflict);
        }
        catch (JsonException broken)
        {
            return Of(StatusCodes.Status400BadRequest, ApiJson.WordsOf(broken), broken.Path);
        }
        catch (ApiFieldException broken)
        {
            return Of(StatusCodes.Status400BadRequest, broken.Message, broken.Field);
        }
        catch (ApiPreconditionException stale)
        {
            return Of(stale);
        }
        catch (RulePackException broken)
        {
            return Of(broken);
        }
        catch (RuleEvaluationException unfit)
        {
            return Of(new Refusal(unfit.Code, unfit.Reason));
        }
        catch (BadHttpRequestException broken)
        {
            return Of(broken.StatusCode);
        }
    }

    private static int StatusOf(Refusal refusal) =>
        CommandDesk.IsLackOfRight(refusal) ? StatusCodes.Status403Forbidden
        : s_missing.Contains(refusal.Code) ? StatusCodes.Status404NotFound
        : refusal.Code is "SUP9202" ? StatusCodes.Status400BadRequest
        : StatusCodes.Status422UnprocessableEntity;

    private static Dictionary<string, object?> Trace() => new(StringComparer.Ordinal) { ["traceId"] = Activity.Current?.Id };

    /// <summary>A problem on its way out; "instance" is the address that was asked for, without what stood in its query.</summary>
    private sealed class Answer(int status, string title, string? detail, string? type, Dictionary<string, object?> extensions) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => TypedResults.Problem(
            detail, httpContext.Request.PathBase.Add(httpContext.Request.Path).ToUriComponent(), status, title, type, extensions).ExecuteAsync(httpContext);
    }
}
