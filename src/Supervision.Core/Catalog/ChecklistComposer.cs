using Supervision.Decisions;

namespace Supervision.Catalog;

/// <summary>Composes a checklist from the content lines of items: what an agency inspects is what the catalogue lists. Pure.</summary>
public static class ChecklistComposer
{
    /// <summary>
    /// A checklist with one point for each content line, in the order of the items; points of key items are key points. SUP1126: an item is
    /// not published, or has no content line.
    /// </summary>
    /// <param name="id">Identifier of the checklist.</param>
    /// <param name="version">Version, counted from 1.</param>
    /// <param name="title">Title as printed.</param>
    /// <param name="items">Sub-items; at least one.</param>
    public static Outcome<Checklist> Compose(string id, int version, string title, IReadOnlyList<SupervisionItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.FirstOrDefault(item => item.State != ItemState.Published || item.Contents.Count == 0) is { } unfit)
        {
            return Refusal.Of("SUP1126", unfit.Code, unfit.State.ToString());
        }

        var checklist = new Checklist(id, version, title, [
            .. items.SelectMany((item, i) => item.Contents.Select((content, k) => new CheckPoint(
                $"{Invariant.Text(i + 1)}.{Invariant.Text(k + 1)}", content.Text, content.Code,
                item.Kind == ItemKind.Key ? PointImportance.Key : PointImportance.General, null))),
        ]);
        return checklist.Check() is { } wrong ? wrong : checklist;
    }
}
