namespace Supervision.Audit;

/// <summary>
/// The rule of a use case: which roles may run it. Every use case has one; docs/reference/access.md lists them all, and a
/// test compares.
/// </summary>
/// <param name="roles">Any one of these is enough.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AllowedToAttribute(Roles roles) : Attribute
{
    /// <summary>Any one of these is enough.</summary>
    public Roles Roles { get; } = roles;

    /// <summary>Whether what it changes belongs to no single agency: the catalogue, the register, credit.</summary>
    public bool IsShared { get; init; }
}
