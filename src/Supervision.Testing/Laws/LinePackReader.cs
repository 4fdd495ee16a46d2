using System.Security.Cryptography;
using System.Text;
using Supervision.Decisions;
using Supervision.Policies;

namespace Supervision.Testing.Laws;

/// <summary>Packs of one line, "policy version from": what storage has to keep, without the language of rules.</summary>
internal sealed class LinePackReader : IPackReader
{
    public (PolicyReference Policy, DateOnly From, DateOnly? To) Read(string file, string text, bool forPublication)
    {
        if (text.Split(' ') is not [var policy, var version, var from] || (forPublication && policy is "failing"))
        {
            throw new FormatException(text);
        }

        return (new PolicyReference(policy, version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))), DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), null);
    }

    public void Demand(IReadOnlyCollection<StoredPack> published)
    {
        foreach (var versions in published.GroupBy(pack => pack.Policy.Id))
        {
            if (versions.Count(pack => pack.End is null) > 1)
            {
                throw new FormatException("Two versions share a day.");
            }
        }
    }
}
