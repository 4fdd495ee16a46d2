using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>Benchmarks of a bureau, each with the days on which it applies. Immutable, thread-safe.</summary>
public sealed class DiscretionBenchmarks
{
    private static readonly Lazy<DiscretionBenchmarks> s_shipped = new(() => Parse(ShippedDocument.Read("Supervision.Cases.Data.discretion-benchmarks.json")));

    private readonly List<DiscretionBenchmark> _benchmarks;

    private DiscretionBenchmarks(List<DiscretionBenchmark> benchmarks) => _benchmarks = benchmarks;

    /// <summary>The example that comes with the library.</summary>
    public static DiscretionBenchmarks Shipped => s_shipped.Value;

    /// <summary>
    /// Reads <c>benchmarks</c> [{id, violation, law, article, from, to?, kinds, fine: [low, high], grades: {Lighter: [low, high], …}}].
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON of that shape, or a grade lies outside of its rule's band.</exception>
    public static DiscretionBenchmarks Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new DiscretionBenchmarks([.. CaseData.Items(document.RootElement, "benchmarks").Select(BenchmarkOf)]);
    }

    /// <summary>These with others laid over them: a later one overrules one of the same id.</summary>
    public DiscretionBenchmarks With(DiscretionBenchmarks own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new DiscretionBenchmarks([.. _benchmarks, .. own._benchmarks]);
    }

    /// <summary>
    /// The benchmark for an act: the one in force on its day, unless one in force on the day of the decision is milder (行政处罚法 art. 37): by its
    /// highest fine, and with the same highest by its lowest.
    /// Null when there is neither.
    /// </summary>
    public DiscretionBenchmark? Find(string id, DateOnly violationOn, DateOnly decidedOn)
    {
        var then = On(id, violationOn);
        var now = On(id, decidedOn);
        return then is null || (now is not null && (now.MaxFine, now.MinFine).CompareTo((then.MaxFine, then.MinFine)) < 0) ? now : then;
    }

    /// <summary>What <see cref="Find"/> gives for each id that has something in force on one of the two days, in order of the ids.</summary>
    public IReadOnlyList<DiscretionBenchmark> InForce(DateOnly violationOn, DateOnly decidedOn) =>
    [
        .. _benchmarks.Select(one => one.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => Find(id, violationOn, decidedOn)).OfType<DiscretionBenchmark>(),
    ];

    private DiscretionBenchmark? On(string id, DateOnly date) =>
        _benchmarks.FindLast(b => string.Equals(b.Id, id, StringComparison.Ordinal) && b.Basis.IsInForceOn(date));

    private static DiscretionBenchmark BenchmarkOf(JsonElement item)
    {
        var (low, high) = Band(CaseData.Required(item, "fine"));
        var grades = new Dictionary<PenaltyGrade, (decimal Low, decimal High)>();
        foreach (var grade in CaseData.Required(item, "grades").EnumerateObject())
        {
            var band = Band(grade.Value);
            grades[Enum.Parse<PenaltyGrade>(grade.Name)] = band.Low >= low && band.High <= high
                ? band
                : throw new JsonException($"Grade {grade.Name} of {CaseData.Text(item, "id")} lies outside of the statutory band.");
        }

        return new DiscretionBenchmark(
            CaseData.Text(item, "id"), CaseData.Text(item, "violation"), CaseData.KindsOf(item), low, high, grades, CaseData.BasisOf(item));
    }

    private static (decimal Low, decimal High) Band(JsonElement json)
    {
        var bounds = json.EnumerateArray().Select(bound => bound.GetDecimal()).ToArray();
        return bounds is [var low, var high] && low >= 0 && low <= high
            ? (low, high)
            : throw new JsonException($"{json.GetRawText()} is not a lowest and a highest amount.");
    }
}
