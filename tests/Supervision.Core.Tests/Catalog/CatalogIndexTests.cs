using System.Globalization;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Core.Tests.Catalog;

// Goal: at the size of the province's catalogue (1,247 main items, 4,733 sub-items, 8,577 lines, 729 forms) the index answers what going
// through everything answers.
public sealed class CatalogIndexTests
{
    private static readonly DateOnly s_today = new(2026, 3, 2);
    private static readonly string[] s_fields = [.. Enumerable.Range(0, 26).Select(i => $"field{i:00}")];
    private static readonly List<SupervisionItem> s_items = Items();
    private static readonly List<Agency> s_agencies =
        [.. s_fields.SelectMany((field, i) => new[] { "330000", "330700", "330782" }.Select(d => new Agency($"{d}-{i:00}", field, d, [field])))];

    private static readonly List<Subject> s_subjects = [.. Enumerable.Range(0, 3000).Select(i => new Subject
    {
        Id = $"S{i:00000}", Kind = SubjectKind.Enterprise, Name = "x", DivisionCode = i % 3 == 0 ? "330782" : i % 3 == 1 ? "330702" : "330106",
        Categories = [$"c{i % 97:000}", $"c{i % 89 + 100:000}"],
    })];

    [Fact]
    public void Catalogue_OfTheProvince_HasItsSize()
    {
        Assert.Equal(1247, s_items.Count(item => item.ParentCode is null));
        Assert.Equal(4733, s_items.Count(item => item.ParentCode is not null));
        Assert.Equal(8577, s_items.Sum(item => item.Contents.Count));
        Assert.Equal(729, s_items.Select(item => item.ChecklistId).OfType<string>().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(s_items.Count, s_items.Select(item => item.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void SupervisorsOf_EachSubject_IsWhatGoingThroughEverythingGives()
    {
        var index = new CatalogIndex(s_items, s_agencies);
        foreach (var subject in s_subjects.Take(60))
        {
            var expected = from item in s_items
                           where item.ParentCode is not null && item.MayBeInspectedOn(s_today)
                               && (item.SubjectCategories.Count == 0 || item.SubjectCategories.Any(c => subject.Categories.Contains(c, StringComparer.Ordinal)))
                           from agency in s_agencies
                           where agency.Fields.Contains(item.Field, StringComparer.Ordinal) && agency.Covers(subject.DivisionCode)
                           select $"{item.Code} {agency.Id}";
            Assert.Equal(
                expected.Order(StringComparer.Ordinal),
                index.SupervisorsOf(subject, s_today).Select(link => $"{link.Item.Code} {link.Agency.Id}").Order(StringComparer.Ordinal));
        }
    }

    // Both ways agree: an agency supervises exactly the subjects that it is a supervisor of.
    [Fact]
    public void SubjectsOf_EachAgency_IsTheOtherWayRound()
    {
        var index = new CatalogIndex(s_items, s_agencies);
        var subjects = new SubjectIndex(s_subjects);
        foreach (var agency in s_agencies.Where((_, i) => i % 7 == 0))
        {
            var expected = s_subjects.Where(subject => index.SupervisorsOf(subject, s_today).Any(link => link.Agency.Id == agency.Id)).Select(subject => subject.Id);
            Assert.Equal(expected.Order(StringComparer.Ordinal), index.SubjectsOf(agency.Id, s_today, subjects));
        }
    }

    [Fact]
    public void FindByContent_ALineOutsideTheList_IsNothing()
    {
        var index = new CatalogIndex(s_items, s_agencies);
        Assert.All(s_items.SelectMany(item => item.Contents.Select(content => (item, content))).Where((_, i) => i % 50 == 0), pair =>
            Assert.Same(pair.item, index.FindByContent(pair.content.Code)));
        Assert.Null(index.FindByContent("outside"));
    }

    [Fact]
    public void Compose_OfSubItems_HasAPointForEachLineAndKeyPointsOfKeyItems()
    {
        var items = s_items.Where(item => item.ParentCode is not null).Take(5).ToList();
        var checklist = ChecklistComposer.Compose("c", 1, "t", items).OrThrow();
        Assert.Equal(items.SelectMany(item => item.Contents).Select(content => content.Code), checklist.Points.Select(point => point.ContentCode));
        Assert.Equal("SUP1126", ChecklistComposer.Compose("c", 1, "t", [items[0] with { State = ItemState.Suspended }]).Refusal!.Code);
    }

    // 1,247 + 4,733 items; 8,577 lines: 3,844 sub-items have two, the others one; the forms go round.
    private static List<SupervisionItem> Items()
    {
        var items = new List<SupervisionItem>();
        for (var i = 0; i < 1247; i++)
        {
            items.Add(Item(i, null, 0, null));
        }

        for (var i = 0; i < 4733; i++)
        {
            items.Add(Item(1247 + i, items[i % 1247].Code, i < 3844 ? 2 : 1, $"form{i % 729:000}"));
        }

        return items;
    }

    private static SupervisionItem Item(int number, string? parent, int lines, string? form)
    {
        var code = number.ToString("00000000000000", CultureInfo.InvariantCulture);
        return new SupervisionItem
        {
            Code = code, ParentCode = parent, Name = code, Kind = number % 5 == 0 ? ItemKind.Key : ItemKind.General, OwnerAgencyId = "330000-00",
            Field = s_fields[number % s_fields.Length], NationalCode = code, ChecklistId = form,
            Basis = [new LegalBasis("x", "1", new DateOnly(2020, 1, 1), number % 40 == 0 ? new DateOnly(2025, 1, 1) : null)],
            SubjectCategories = number % 301 == 0 ? [] : [$"c{number % 211:000}"],
            Contents = [.. Enumerable.Range(1, lines).Select(line => new ItemContent($"{code}-{line}", "t"))],
        };
    }
}
