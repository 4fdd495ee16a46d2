using Supervision.Catalog;

namespace Supervision.Storage.Mapping.Coordination;

internal sealed record PinnedChecklistJson(string Id, int Version, string Hash)
{
    public static PinnedChecklistJson Of(ChecklistReference one) => new(one.Id, one.Version, one.ContentHash);

    public ChecklistReference ToReference() => new(Id, Version, Hash);
}
