using System.Globalization;

namespace Supervision.Comparison;

/// <summary>
/// Three-way comparison 三方比对: supervision data with the shops of a platform and with delivery data. Pure and deterministic: the order of
/// the records does not matter. A shop without a licence that stands in both lists is one finding.
/// </summary>
/// <param name="policy">What counts as the same business.</param>
public sealed class ThreeWayComparison(ComparisonPolicy policy)
{
    /// <summary>Compares.</summary>
    /// <param name="id">Id of the run; ids of findings begin with it.</param>
    /// <param name="supervised">Licensed businesses.</param>
    /// <param name="platform">Shops on the platform; ids are unique.</param>
    /// <param name="delivery">Delivery data; ids are unique.</param>
    /// <param name="asOf">Day on which licences must be valid.</param>
    public ComparisonResult Run(
        string id, IReadOnlyList<ComparedRecord> supervised, IReadOnlyList<ComparedRecord> platform, IReadOnlyList<ComparedRecord> delivery,
        DateOnly asOf)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(supervised);
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(delivery);
        var matcher = new RecordMatcher(supervised, policy);
        var findings = new List<ComparisonFinding>();
        var (matched, unlicensed) = (0, new List<(Listing Listing, ComparedRecord Record)>());
        foreach (var (side, records) in ((ComparisonSide, IReadOnlyList<ComparedRecord>)[])[(ComparisonSide.Platform, platform), (ComparisonSide.Delivery, delivery)])
        {
            var listed = new Dictionary<int, List<(Listing, RecordMatch)>>();
            foreach (var record in records.OrderBy(record => record.Id, StringComparer.Ordinal))
            {
                var listing = new Listing(side, record.Id);
                if (matcher.Find(NormalForm.Of(record, policy)) is not { } found)
                {
                    unlicensed.Add((listing, record));
                }
                else if (found.Match.Confidence < policy.Match)
                {
                    findings.Add(Finding(ComparisonFindingKind.Uncertain, [listing], found.Match, found.Match.Confidence));
                }
                else
                {
                    matched++;
                    findings.AddRange(Disagreements(listing, record, matcher.Record(found.Index), found.Match, asOf));
                    (listed.TryGetValue(found.Index, out var same) ? same : listed[found.Index] = []).Add((listing, found.Match));
                }
            }

            findings.AddRange(listed.Values.Where(same => same.Count > 1).Select(same => Finding(
                ComparisonFindingKind.DuplicateListing, [.. same.Select(pair => pair.Item1)], same[0].Item2, same.Min(pair => pair.Item2.Confidence))));
        }

        findings.AddRange(Unlicensed(unlicensed));
        return new ComparisonResult(supervised.Count, platform.Count + delivery.Count, matched, Numbered(id, findings));
    }

    private IEnumerable<ComparisonFinding> Disagreements(
        Listing listing, ComparedRecord record, ComparedRecord licensed, RecordMatch match, DateOnly asOf)
    {
        if (licensed.ValidTo is { } last && last < asOf)
        {
            yield return Finding(ComparisonFindingKind.LicenceExpired, [listing], match, match.Confidence);
        }

        if (!licensed.IsActive)
        {
            yield return Finding(ComparisonFindingKind.Inactive, [listing], match, match.Confidence);
        }

        // What was matched by likeness agrees in them already.
        if (match.Basis != MatchBasis.Likeness && match.Name < policy.Alike)
        {
            yield return Finding(ComparisonFindingKind.NameMismatch, [listing], match, Likeness.Whole - match.Name);
        }

        if (record.Address.Length > 0 && licensed.Address.Length > 0 && match.Address < policy.Alike)
        {
            yield return Finding(ComparisonFindingKind.AddressMismatch, [listing], match, match.Confidence * (Likeness.Whole - match.Address) / Likeness.Whole);
        }
    }

    // The same unlicensed shop on both lists is one shop.
    private IEnumerable<ComparisonFinding> Unlicensed(List<(Listing Listing, ComparedRecord Record)> listings)
    {
        var onPlatform = listings.Where(pair => pair.Listing.Side == ComparisonSide.Platform).ToList();
        var matcher = new RecordMatcher(onPlatform.Select(pair => pair.Record), policy);
        var shops = onPlatform.ToDictionary(pair => pair.Record.Id, pair => new List<Listing> { pair.Listing }, StringComparer.Ordinal);
        foreach (var (listing, record) in listings.Where(pair => pair.Listing.Side == ComparisonSide.Delivery))
        {
            if (matcher.Find(NormalForm.Of(record, policy)) is { } found && found.Match.Confidence >= policy.Match)
            {
                shops[found.Match.Id].Add(listing);
            }
            else
            {
                yield return Finding(ComparisonFindingKind.Unlicensed, [listing], null, Likeness.Whole - policy.Possible);
            }
        }

        foreach (var same in shops.Values)
        {
            yield return Finding(ComparisonFindingKind.Unlicensed, same, null, Likeness.Whole - policy.Possible);
        }
    }

    private static ComparisonFinding Finding(
        ComparisonFindingKind kind, IReadOnlyList<Listing> listings, RecordMatch? match, int confidence) => new("", kind, listings, match, confidence);

    private static IReadOnlyList<ComparisonFinding> Numbered(string id, IEnumerable<ComparisonFinding> findings) =>
    [
        .. findings.OrderBy(finding => finding.Kind).ThenBy(finding => finding.Listings[0].Side)
            .ThenBy(finding => finding.Listings[0].Id, StringComparer.Ordinal)
            .Select((finding, at) => finding with { Id = string.Create(CultureInfo.InvariantCulture, $"{id}-{at + 1:000000}") }),
    ];
}
