namespace Supervision.Web.Api;

/// <summary>The command was meant for another version of the thing: answered by 412 with the version that it has now.</summary>
internal sealed class ApiPreconditionException(int version) : Exception
{
    /// <summary>The version now.</summary>
    public int Version { get; } = version;
}
