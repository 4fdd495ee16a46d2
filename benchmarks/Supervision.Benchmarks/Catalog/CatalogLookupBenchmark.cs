using BenchmarkDotNet.Attributes;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Benchmarks.Catalog;

/// <summary>"Who supervises me, for what" at the size of a province's catalogue, by the index and by going through everything.</summary>
[MemoryDiagnoser]
public class CatalogLookupBenchmark
{
    private static readonly DateOnly s_today = new(2026, 3, 2);
    private readonly List<SupervisionItem> _items = [];
    private readonly List<Agency> _agencies = [];
    private readonly Subject _subject = new()
    {
        Id = "S", Kind = SubjectKind.Enterprise, Name = "x", DivisionCode = "330782", Categories = ["c007", "c101"],
    };

    private CatalogIndex _index = null!;

    [GlobalSetup]
    public void Setup()
    {
        for (var i = 0; i < 1247 + 4733; i++)
        {
            var code = i.ToString("00000000000000", System.Globalization.CultureInfo.InvariantCulture);
            _items.Add(new SupervisionItem
            {
                Code = code, ParentCode = i < 1247 ? null : "00000000000000", Name = code, Kind = ItemKind.General, OwnerAgencyId = "a",
                Field = $"f{i % 26}", Basis = [new LegalBasis("x", "1")], SubjectCategories = [$"c{i % 211:000}"],
            });
        }

        for (var i = 0; i < 26 * 3; i++)
        {
            _agencies.Add(new Agency($"a{i}", "x", (i / 26) switch { 0 => "330000", 1 => "330700", _ => "330782" }, [$"f{i % 26}"]));
        }

        _index = new CatalogIndex(_items, _agencies);
    }

    [Benchmark(Baseline = true)]
    public int Linq_ThroughEverything() => (
        from item in _items
        where item.ParentCode is not null && item.MayBeInspectedOn(s_today) && item.SubjectCategories.Any(_subject.Categories.Contains)
        from agency in _agencies
        where agency.Fields.Contains(item.Field) && agency.Covers(_subject.DivisionCode)
        select item).Count();

    [Benchmark]
    public int Index_SupervisorsOf() => _index.SupervisorsOf(_subject, s_today).Count;
}
