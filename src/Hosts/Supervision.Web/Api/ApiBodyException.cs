namespace Supervision.Web.Api;

/// <summary>A body that is JSON and yet not what the call takes: answered by 400 with the field.</summary>
internal sealed class ApiBodyException(string message, string field) : Exception(message)
{
    /// <summary>Where, as a JSON path.</summary>
    public string Field { get; } = field;
}
