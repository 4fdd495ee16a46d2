namespace Supervision.Storage.Mapping;

/// <summary>Whose rows an actor sees.</summary>
internal enum Reach
{
    /// <summary>Those whose AgencyId is the actor's agency; an auditor sees all.</summary>
    OwnAgency = 1,

    /// <summary>Those whose DivisionCode lies in the actor's division.</summary>
    Division = 2,

    /// <summary>All of them.</summary>
    Shared = 3,

    /// <summary>Those whose Parties name the actor's agency between bars; an auditor sees all.</summary>
    Party = 4,
}
