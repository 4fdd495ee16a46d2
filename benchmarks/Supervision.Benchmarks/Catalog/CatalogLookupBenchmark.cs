using System.Globalization;
using BenchmarkDotNet.Attributes;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Benchmarks.Catalog;

/// <summary>
/// "Who supervises me, whom do I supervise, for what" at the size of the province's catalogue: 1,247 main items, 4,733 sub-items, 8,577 content
/// lines, 729 forms; 26 fields of three levels, 103,000 subjects. By the index, and by going through everything.
/// </summary>
[MemoryDiagnoser]
public class CatalogLookupBenchmark
{
    private const int Mains = 1247;
    private const int Subs = 4733;
    private const int Lines = 8577;
    private const int Forms = 729;
    private const int Fields = 26;
    private const int Subjects = 103_000;

    private static readonly DateOnly s_today = new(2026, 3, 2);
    private static readonly string[] s_divisions = ["330782", "330702", "330106", "330783", "330784"];

    private readonly List<SupervisionItem> _items = [];
    private readonly List<Agency> _agencies = [];
    private readonly List<Subject> _subjects = [];

    private CatalogIndex _index = null!;
    private SubjectIndex _subjectIndex = null!;
    private Subject _subject = null!;
    private Agency _agency = null!;
    private string _line = "";

    [GlobalSetup]
    public void Setup()
    {
        _items.AddRange(Enumerable.Range(0, Mains).Select(i => Item(i, null, [])));
        var next = 0;
        for (var i = 0; i < Subs; i++)
        {
            var end = (int)((long)Lines * (i + 1) / Subs);
            _items.Add(Item(Mains + i, Code(i % Mains), [.. Enumerable.Range(next, end - next).Select(n => new ItemContent($"L{n:00000}", $"检查内容第{n}条"))]));
            next = end;
        }

        for (var i = 0; i < Fields * 3; i++)
        {
            _agencies.Add(new Agency($"a{i}", "x", (i / Fields) switch { 0 => "330000", 1 => "330700", _ => "330782" }, [$"f{i % Fields}"]));
        }

        _subjects.AddRange(Enumerable.Range(0, Subjects).Select(i => new Subject
        {
            Id = $"S{i:000000}", Kind = SubjectKind.Enterprise, Name = "x", DivisionCode = s_divisions[i % s_divisions.Length],
            Categories = [$"c{i % 97:000}", $"c{(i % 89) + 100:000}"],
        }));
        (_index, _subjectIndex) = (new CatalogIndex(_items, _agencies), new SubjectIndex(_subjects));
        (_subject, _agency, _line) = (_subjects[50_000], _agencies[^1], $"L{Lines / 2:00000}");
    }

    [Benchmark]
    public CatalogIndex BuildTheIndex() => new(_items, _agencies);

    [Benchmark]
    public SubjectIndex BuildTheIndexOfSubjects() => new(_subjects);

    [Benchmark]
    public int WhoSupervisesMe_Index() => _index.SupervisorsOf(_subject, s_today).Count;

    [Benchmark]
    public int WhoSupervisesMe_ThroughEverything() => (
        from item in _items
        where item.ParentCode is not null && item.MayBeInspectedOn(s_today) && item.SubjectCategories.Any(_subject.Categories.Contains)
        from agency in _agencies
        where agency.Fields.Contains(item.Field) && agency.Covers(_subject.DivisionCode)
        select item).Count();

    [Benchmark]
    public int WhomDoISupervise_Index() => _index.SubjectsOf(_agency.Id, s_today, _subjectIndex).Count;

    [Benchmark]
    public int WhomDoISupervise_ThroughEverything()
    {
        var wanted = _items.Where(item => item.ParentCode is not null && item.MayBeInspectedOn(s_today) && _agency.Fields.Contains(item.Field))
            .SelectMany(item => item.SubjectCategories).ToHashSet(StringComparer.Ordinal);
        return _subjects.Where(subject => _agency.Covers(subject.DivisionCode) && subject.Categories.Any(wanted.Contains))
            .Select(subject => subject.Id).Order(StringComparer.Ordinal).ToList().Count;
    }

    [Benchmark]
    public string? ForWhat_ALine_Index() => _index.FindByContent(_line)?.Code;

    [Benchmark]
    public string? ForWhat_ALine_ThroughEverything() => _items.Find(item => item.Contents.Any(content => content.Code == _line))?.Code;

    [Benchmark]
    public int ComposeAllForms() => Enumerable.Range(0, Forms).Sum(form => ChecklistComposer.Compose(
        $"form-{form}", 1, "表", [.. Enumerable.Range(0, Subs).Where(i => i % Forms == form).Select(i => _items[Mains + i])]).OrThrow().Points.Count);

    private static SupervisionItem Item(int number, string? parent, IReadOnlyList<ItemContent> contents) => new()
    {
        Code = Code(number), ParentCode = parent, Name = $"事项{number}", Kind = ItemKind.General, OwnerAgencyId = "a", Field = $"f{number % Fields}",
        Basis = [new LegalBasis("x", "1")], SubjectCategories = [$"c{number % 211:000}"], Contents = contents, ChecklistId = $"form-{number % Forms}",
    };

    private static string Code(int number) => number.ToString("00000000000000", CultureInfo.InvariantCulture);
}
