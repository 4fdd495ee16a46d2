using Supervision.Registry;
using Supervision.Testing.City;

namespace Supervision.Testing;

/// <summary>
/// A city that does not exist, of any size, for tests, demonstrations and measurements. All data are a function of a seed,
/// on every machine; a longer list begins with the shorter one. Nobody real can own its credit codes. Thread-safe.
/// </summary>
public static class MadeUpCity
{
    /// <summary>More subjects than this, 100 million, would leave the six free characters of the codes.</summary>
    public const int MaxSubjects = CitySubjects.Max;

    /// <summary>Its name, as every address begins.</summary>
    public static string Name => CityNames.City;

    /// <summary>One agency for the whole city, first, then one for each of six districts and four fields.</summary>
    public static IReadOnlyList<Agency> Agencies { get; } =
    [
        new("999900-market", $"{CityNames.City}市场监督管理局", "999900", [.. CityNames.Fields.Select(field => field.Field)]),
        .. from district in CityNames.Districts
           from field in CityNames.Fields
           select new Agency($"{district.Code}-{field.Field}", $"{CityNames.City}{district.Name}{field.Office}", district.Code, [field.Field]),
    ];

    /// <summary>
    /// Subjects, streamed: 70 % self-employed, classes as in a real county-level city of 2023, 3 % that cannot be drawn;
    /// every hundredth is a further site of the operator before it, where its trade has sites.
    /// </summary>
    /// <param name="seed">Any text; another one gives other data.</param>
    /// <param name="count">How many, 0 to <see cref="MaxSubjects"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public static IEnumerable<Subject> Subjects(string seed, int count)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxSubjects);
        return CitySubjects.Of(seed, count);
    }

    /// <summary>Officers, streamed, of all agencies in turn: 2 % auxiliaries without a certificate, 1 % with an expired one.</summary>
    /// <param name="seed">Any text; another one gives other data.</param>
    /// <param name="count">How many, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static IEnumerable<Officer> Officers(string seed, int count)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return CityOfficers.Of(seed, count);
    }
}
