using Supervision.Registry;

namespace Supervision.Storage.Views;

/// <summary>A subject as a context of yours may query it: the columns that are promised. Shows those of the actor's division.</summary>
public sealed record SubjectView
{
    /// <summary>Id, such as a unified social credit code.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Six digits of GB/T 2260.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>Whether it operates.</summary>
    public required SubjectStatus Status { get; init; }
}
