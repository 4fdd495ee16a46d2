namespace Supervision.Documents;

/// <summary>A field of a template.</summary>
/// <param name="Name">Name, such as "party.name".</param>
/// <param name="Label">As printed before the value.</param>
/// <param name="IsRequired">Whether a document without it may not be made.</param>
/// <param name="Personal">What it tells of a natural person.</param>
/// <param name="PersonalWhen">Only when this field is present is the value personal: the name of a company is not. Null: always.</param>
public sealed record TemplateField(string Name, string Label, bool IsRequired, PersonalData Personal, string? PersonalWhen);
