using Supervision.Catalog;

namespace Supervision.Inspections;

/// <summary>An item that every drawn subject is inspected for.</summary>
internal sealed record PlannedItem(string Code, string Field, ChecklistReference Checklist);
