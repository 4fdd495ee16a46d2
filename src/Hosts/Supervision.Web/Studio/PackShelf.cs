using Supervision.Policies;
using Supervision.Rules.Publishing;

namespace Supervision.Web.Studio;

/// <summary>All packs that a host knows, those of the database and those that ship. Thread-safe.</summary>
internal sealed class PackShelf(HostPacks shipped, LiveRulePacks live)
{
    private const int MostDrafts = 500;

    /// <summary>Every version in or out of force and the drafts written last, by policy and first day.</summary>
    public async Task<IReadOnlyList<PackItem>> ListAsync(IPackStore packs, CancellationToken cancellationToken)
    {
        var drafts = await packs.ListDraftsAsync(MostDrafts, cancellationToken);
        return Sorted([.. drafts.Select(PackItem.Of), .. await DecidedAsync(packs, cancellationToken)]);
    }

    /// <summary>The pack of this identity, or null.</summary>
    public async Task<PackItem?> FindAsync(IPackStore packs, string? policy, string? version, string? hash, CancellationToken cancellationToken)
    {
        if (policy is not null && version is not null && !string.IsNullOrEmpty(hash)
            && await packs.FindAsync(policy, version, hash, cancellationToken) is { } stored && stored.Policy.ContentHash == hash)
        {
            return PackItem.Of(stored);
        }

        return (await DecidedAsync(packs, cancellationToken)).FirstOrDefault(pack =>
            pack.Policy.Id == policy && pack.Policy.Version == version && pack.Policy.ContentHash == hash);
    }

    /// <summary>The version of the same policy that a draft would take over from: the last one before it that is no draft.</summary>
    public async Task<PackItem?> BeforeAsync(IPackStore packs, string policy, DateOnly from, string hash, CancellationToken cancellationToken) =>
        Sorted(await DecidedAsync(packs, cancellationToken)).LastOrDefault(pack => pack.Policy.Id == policy && pack.From <= from && pack.Policy.ContentHash != hash);

    // What was published, and what ships as long as it decides.
    private async Task<List<PackItem>> DecidedAsync(IPackStore packs, CancellationToken cancellationToken)
    {
        var published = await packs.ListPublishedAsync(cancellationToken);
        var deciding = live.Current.Packs.Select(pack => pack.Reference).ToHashSet();
        return [.. published.Select(PackItem.Of), .. shipped.Files
            .Where(file => deciding.Contains(file.Pack.Reference) && !published.Any(pack => pack.Policy == file.Pack.Reference))
            .Select(file => PackItem.Of(file.Pack, file.File, file.Text))];
    }

    private static List<PackItem> Sorted(List<PackItem> packs) => [.. packs.OrderBy(pack => pack.Policy.Id, StringComparer.Ordinal).ThenBy(pack => pack.From)];
}
