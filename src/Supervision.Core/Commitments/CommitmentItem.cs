using System.Text.RegularExpressions;
using Supervision.Catalog;

namespace Supervision.Commitments;

/// <summary>A licence item 许可事项 that can be had by a promise. Immutable.</summary>
/// <param name="Code">Identifier of the licence item.</param>
/// <param name="Name">Name as published.</param>
/// <param name="CheckItemCode">Item of the catalogue under which the promise is checked.</param>
/// <param name="Terms">What is promised; at least one, ids unique.</param>
public sealed partial record CommitmentItem(string Code, string Name, string CheckItemCode, IReadOnlyList<CommitmentTerm> Terms)
{
    /// <summary>Whether a term is about the address.</summary>
    public bool HasAddress => Terms.Any(term => term.IsAddress);

    /// <summary>The names of the values that an application must give, sorted.</summary>
    public IReadOnlyList<string> Values => [.. Terms
        .SelectMany(term => Placeholder().Matches(term.Text)).Select(match => match.Groups["name"].Value)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The promised terms as the checklist of their check: a key point for each, with the promised values, so that a broken one is always ordered
    /// right. No point costs supervision points: a
    /// broken promise is one credit event, not a second one for each fault.
    /// </summary>
    /// <param name="commitmentId">The promise.</param>
    /// <param name="values">The values of the application; one for each of <see cref="Values"/>.</param>
    public Checklist ChecklistFor(string commitmentId, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new Checklist($"terms.{commitmentId}", 1, $"{Name} 承诺事项核查", [.. Terms.Select(term => new CheckPoint(
            term.Id, Placeholder().Replace(term.Text, match => values[match.Groups["name"].Value]), $"{CheckItemCode}-{term.Id}",
            PointImportance.Key, null))]);
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
