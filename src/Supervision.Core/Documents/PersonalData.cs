namespace Supervision.Documents;

/// <summary>What a field of a document tells of a natural person, and so how the public version masks it.</summary>
public enum PersonalData
{
    /// <summary>Nothing.</summary>
    None = 1,

    /// <summary>A name: 张某某.</summary>
    Name = 2,

    /// <summary>A resident identity number: first three and last four characters stay.</summary>
    ResidentId = 3,

    /// <summary>Something that is taken out whole: telephone, address of a dwelling.</summary>
    Hidden = 4,
}
