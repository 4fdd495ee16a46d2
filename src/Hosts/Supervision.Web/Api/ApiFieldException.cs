namespace Supervision.Web.Api;

/// <summary>A body or an address that can be read and yet is not what the call takes: answered by 400 with the field.</summary>
internal sealed class ApiFieldException(string message, string field) : Exception(message)
{
    /// <summary>Where: a JSON path of the body, or the name of a parameter.</summary>
    public string Field { get; } = field;
}
