using System.Text;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Catalog;

/// <summary>A version of a checklist 检查表单. Never edited: a change is a new version. Immutable.</summary>
/// <param name="Id">Identifier of the checklist.</param>
/// <param name="Version">Version, counted from 1.</param>
/// <param name="Title">Title as printed.</param>
/// <param name="Points">Check points in printed order; at least one, ids unique.</param>
public sealed record Checklist(string Id, int Version, string Title, IReadOnlyList<CheckPoint> Points)
{
    /// <summary>Id, version and content hash: what a task pins, so that old answers stay readable.</summary>
    public ChecklistReference Reference => new(Id, Version, Hash.Of(HashKind.Sha256, CanonicalBytes()).ToString());

    /// <summary>The point with an id, or null.</summary>
    public CheckPoint? Find(string pointId) => Points.FirstOrDefault(point => point.Id == pointId);

    /// <summary>SUP1101 when the checklist cannot be used, with what is wrong; null when it can.</summary>
    public Refusal? Check()
    {
        if (!Identifier.IsValid(Id) || Version < 1 || Points.Count == 0)
        {
            return Refusal.Of("SUP1101", Id, Invariant.Text(Version));
        }

        var twice = Points.GroupBy(point => point.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : Refusal.Of("SUP1102", Id, twice.Key);
    }

    private byte[] CanonicalBytes() => Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
    {
        json.WriteString("id", Id);
        json.WriteNumber("version", Version);
        json.WriteString("title", Title);
        json.WriteStartArray("points");
        foreach (var point in Points)
        {
            json.WriteStartArray();
            json.WriteStringValue(point.Id);
            json.WriteStringValue(point.Text);
            json.WriteStringValue(point.ContentCode);
            json.WriteNumberValue((int)point.Importance);
            json.WriteStringValue(point.Severity);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }));
}
