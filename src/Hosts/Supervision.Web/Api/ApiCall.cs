using System.Globalization;
using Supervision.Audit;

namespace Supervision.Web.Api;

/// <summary>One request of a signed-in person as a handler sees it: who acts, what the address says, and stores in the person's reach.</summary>
internal class ApiCall(HttpContext http, IServiceProvider services, Actor actor)
{
    /// <summary>Who acts.</summary>
    public Actor Actor => actor;

    /// <summary>Gives up when the client went away.</summary>
    public CancellationToken Stopped => http.RequestAborted;

    /// <summary>What the address names as "id".</summary>
    public string Id => Route("id");

    /// <summary>A part of the address.</summary>
    public string Route(string name) => (string)http.Request.RouteValues[name]!;

    /// <summary>A store, query or rule, in the person's reach.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A parameter of the query; null when it is not given.</summary>
    public string? Text(string name) => http.Request.Query[name] is [{ Length: > 0 } text] ? text : null;

    /// <summary>A parameter of the query that must be given.</summary>
    /// <exception cref="ApiFieldException">It is not given.</exception>
    public string Demand(string name) => Text(name) ?? throw new ApiFieldException("This parameter is needed.", name);

    /// <summary>A date or number of the query; null when it is not given.</summary>
    /// <exception cref="ApiFieldException">It is none.</exception>
    public T? Value<T>(string name)
        where T : struct, IParsable<T> =>
        Text(name) is not { } text ? null
        : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
        : throw new ApiFieldException($"'{text}' is no {WordOf(typeof(T))}.", name);

    /// <summary>One of an enumeration, by name; null when it is not given.</summary>
    /// <exception cref="ApiFieldException">There is no such name.</exception>
    public T? Choice<T>(string name)
        where T : struct, Enum => Text(name) is { } text ? ChoiceOf<T>(name, text) : null;

    /// <summary>One of an enumeration, by name, in the address.</summary>
    /// <exception cref="ApiFieldException">There is no such name.</exception>
    public T RouteChoice<T>(string name)
        where T : struct, Enum => ChoiceOf<T>(name, Route(name));

    private static T ChoiceOf<T>(string name, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value
        : throw new ApiFieldException("One of " + string.Join(", ", Enum.GetNames<T>()) + ".", name);

    private static string WordOf(Type type) =>
        type == typeof(DateOnly) ? "date such as 2026-03-02"
        : type == typeof(DateTimeOffset) ? "instant such as 2026-03-02T09:30:00+08:00"
        : type == typeof(bool) ? "true or false"
        : type == typeof(decimal) ? "number such as 12.5"
        : "whole number";
}
