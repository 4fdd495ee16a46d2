using System.Text;
using Supervision.Decisions;
using Supervision.Policies;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Publishing;

/// <summary>Reads rule packs for the acts of writing and publishing. Thread-safe.</summary>
internal sealed class StoredPackReader : IPackReader
{
    public (PolicyReference Policy, DateOnly From, DateOnly? To) Read(string file, string text, bool forPublication)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var pack = forPublication ? RulePackLoader.LoadForPublication(file, bytes) : RulePackLoader.Load(file, bytes);
        return (pack.Reference, pack.Effective.From, pack.Effective.To);
    }

    public void Demand(IReadOnlyCollection<StoredPack> published) => _ = PublishedPacks.Registry(published);
}
