namespace Supervision.Comparison;

/// <summary>A record of one of the lists that are compared. Texts as they were delivered; empty when unknown.</summary>
/// <param name="Id">Identifier within its list.</param>
/// <param name="Name">Name on the licence, or of the shop.</param>
public sealed record ComparedRecord(string Id, string Name)
{
    /// <summary>Unified social credit code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Licence number.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Address.</summary>
    public string Address { get; init; } = "";

    /// <summary>Phone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Whether it may trade; only the supervision data say so.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Last day of the licence; null when it has none or it is unknown.</summary>
    public DateOnly? ValidTo { get; init; }
}
