using Supervision.Decisions;

namespace Supervision.Policies;

/// <summary>Reads and judges the text of a pack; implemented by the rules package. Thread-safe.</summary>
public interface IPackReader
{
    /// <summary>The pack's identity and period.</summary>
    /// <param name="file">Name for error texts.</param>
    /// <param name="text">The pack.</param>
    /// <param name="forPublication">Whether its examples must be there and pass.</param>
    /// <exception cref="Exception">The pack has errors; the reader's own exception says all of them with their places.</exception>
    (PolicyReference Policy, DateOnly From, DateOnly? To) Read(string file, string text, bool forPublication);

    /// <summary>Makes sure that published packs answer for every day at most once.</summary>
    /// <exception cref="Exception">Two versions of a policy overlap, or do not fit together otherwise.</exception>
    void Demand(IReadOnlyCollection<StoredPack> published);
}
