namespace Supervision.Documents;

/// <summary>What a block of a template prints.</summary>
public enum TemplateBlockKind
{
    /// <summary>A paragraph, indented by two characters.</summary>
    Paragraph = 1,

    /// <summary>A line that is not indented, such as the party addressed.</summary>
    Line = 2,

    /// <summary>Fields with their labels.</summary>
    Fields = 3,

    /// <summary>A list as a table.</summary>
    Table = 4,

    /// <summary>Places to sign.</summary>
    Signatures = 5,

    /// <summary>Agency and date at the right, with room for the seal.</summary>
    Seal = 6,

    /// <summary>A small note.</summary>
    Note = 7,
}
