using Supervision.Catalog;

namespace Supervision.Coordination;

/// <summary>A line of a joint form: asked once, answered for each of its owners.</summary>
/// <param name="Id">Identifier within the form, counted from "1".</param>
/// <param name="Text">What the officer reads.</param>
/// <param name="Importance">Key or general. Key lines are never merged.</param>
/// <param name="CheckedBy">Agency that looks at it.</param>
/// <param name="Owners">For each agency whose duty it is: its checklist and point.</param>
public sealed record FormLine(
    string Id, string Text, PointImportance Importance, string CheckedBy, IReadOnlyList<FormOwner> Owners);
