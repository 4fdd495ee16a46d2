namespace Supervision.Data;

/// <summary>The body that delegated an agency 受委托.</summary>
/// <param name="Code">Unified social credit code.</param>
/// <param name="Name">Name.</param>
public sealed record DelegatingBody(string Code, string Name);
