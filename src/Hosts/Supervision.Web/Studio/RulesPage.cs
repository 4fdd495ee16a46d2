using Supervision.Decisions;
using Supervision.Policies;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Time;
using Supervision.Web.Pages;

namespace Supervision.Web.Studio;

/// <summary>A page of the rule studio: knows all packs, those of the database and those that ship.</summary>
internal abstract class RulesPage(HostPacks shipped, LiveRulePacks live) : ActingPage
{
    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<AuthorityClock>().Today; // also while the page is written, when what was read is let go

    /// <summary>The packs that decide now.</summary>
    protected LiveRulePacks Live => live;

    /// <summary>Every pack, by policy and first day. A pack that ships is listed as long as it decides.</summary>
    protected async Task<IReadOnlyList<PackItem>> PacksAsync()
    {
        var stored = await Reading<IPackStore>().ListAsync(HttpContext.RequestAborted);
        var deciding = live.Current.Packs.Select(pack => pack.Reference).ToHashSet();
        return [.. stored.Select(PackItem.Of)
            .Concat(shipped.Files.Where(file => deciding.Contains(file.Pack.Reference) && !stored.Any(pack => pack.Policy == file.Pack.Reference))
                .Select(file => PackItem.Of(file.Pack, file.File, file.Text)))
            .OrderBy(pack => pack.Policy.Id, StringComparer.Ordinal).ThenBy(pack => pack.From)];
    }

    /// <summary>The pack of this identity, or null.</summary>
    protected async Task<PackItem?> FindAsync(string? policy, string? version, string? hash) => (await PacksAsync()).FirstOrDefault(pack =>
        pack.Policy.Id == policy && pack.Policy.Version == version && pack.Policy.ContentHash == hash);

    /// <summary>The version of the same policy that a draft would take over from: the last one before it that is no draft.</summary>
    protected async Task<PackItem?> BeforeAsync(string policy, DateOnly from, string hash) => (await PacksAsync()).LastOrDefault(pack =>
        !pack.IsDraft && pack.Policy.Id == policy && pack.From <= from && pack.Policy.ContentHash != hash);

    /// <summary>Why the text of a pack was refused in the last act, with its places.</summary>
    public IReadOnlyList<RulePackError> Errors { get; private set; } = [];

    /// <summary>Writes or publishes. A refusal is kept in <see cref="ActingPage.Refused"/>, what is wrong with the text in <see cref="Errors"/>; both answer null.</summary>
    protected async Task<PackItem?> PackActAsync<TUseCase>(Func<TUseCase, Task<Outcome<StoredPack>>> body)
        where TUseCase : class
    {
        try
        {
            return await ActAsync(body) is { } stored ? PackItem.Of(stored) : null;
        }
        catch (RulePackException broken)
        {
            Errors = broken.Errors;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return null;
        }
    }

    /// <summary>Lets what is published decide from now on.</summary>
    protected async Task TakePublishedAsync() => live.Swap(
        PublishedPacks.Registry(await Reading<IPackStore>().ListAsync(HttpContext.RequestAborted), shipped.Registry));
}
