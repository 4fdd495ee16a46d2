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

        return TypedResults.Problem(
            detail: refusal.Message.In(culture), statusCode: status ?? StatusOf(refusal), title: refusal.Code, type: "urn:supervision:" + refusal.Code, extensions: extensions);
    }

    /// <summary>An error without a code of ours: the status says what it is, the detail where to look.</summary>
    public static IResult Of(int status, string? detail = null, string? field = null)
    {
        var extensions = Trace();
        if (field is not null)
        {
            extensions["field"] = field;
        }

        return TypedResults.Problem(detail, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), extensions: extensions);
    }

    /// <summary>A rule pack with errors: all of them, each with its place.</summary>
    private static IResult Of(RulePackException broken)
    {
        var extensions = Trace();
        extensions["code"] = broken.Errors[0].Code;
        extensions["errors"] = broken.Errors.Select(error => new { error.File, error.Line, error.Column, error.Path, error.Code, Text = error.Message.In(CultureInfo.CurrentUICulture) }).ToArray();
        return TypedResults.Problem(
            broken.Errors[0].Message.In(CultureInfo.CurrentUICulture), statusCode: StatusCodes.Status422UnprocessableEntity, title: broken.Errors[0].Code,
            type: "urn:supervision:" + broken.Errors[0].Code, extensions: extensions);
    }

    /// <summary>The thing is at another version than the command was meant for.</summary>
    private static IResult Of(ApiPreconditionException stale)
    {
        var extensions = Trace();
        extensions["field"] = "If-Match";
        extensions["currentVersion"] = stale.Version;
        return TypedResults.Problem(statusCode: StatusCodes.Status412PreconditionFailed, title: ReasonPhrases.GetReasonPhrase(StatusCodes.Status412PreconditionFailed), extensions: extensions);
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
            return Of(StatusCodes.Status400BadRequest, WordsOf(broken), broken.Path);
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

    // The library names its type first: no client knows that.
    private static string WordsOf(JsonException broken)
    {
        const string Missing = "was missing required properties including:";
        var at = broken.Message.IndexOf(Missing, StringComparison.Ordinal);
        return at < 0 ? broken.Message : "Missing:" + broken.Message[(at + Missing.Length)..];
    }

    private static int StatusOf(Refusal refusal) =>
        CommandDesk.IsLackOfRight(refusal) ? StatusCodes.Status403Forbidden
        : s_missing.Contains(refusal.Code) ? StatusCodes.Status404NotFound
        : refusal.Code is "SUP9202" ? StatusCodes.Status400BadRequest
        : StatusCodes.Status422UnprocessableEntity;

    private static Dictionary<string, object?> Trace() => new(StringComparer.Ordinal) { ["traceId"] = Activity.Current?.Id };
}
