using Supervision.Catalog;

namespace Supervision.Storage.Mapping.Catalog;

internal sealed record PointJson(string Id, string Text, string Content, int Importance, string? Severity)
{
    public static PointJson Of(CheckPoint point) =>
        new(point.Id, point.Text, point.ContentCode, (int)point.Importance, point.Severity);

    public CheckPoint ToPoint() => new(Id, Text, Content, (PointImportance)Importance, Severity);
}
