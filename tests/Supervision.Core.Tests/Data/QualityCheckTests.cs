using FsCheck;
using FsCheck.Fluent;
using Supervision.Data;
using Supervision.Time;

namespace Supervision.Core.Tests.Data;

// Goal: a figure about data quality can be followed to the row, and no row spoils another (C5102-2019: completeness, accuracy, timeliness,
// consistency, uniqueness).
public sealed class QualityCheckTests
{
    private const string Uscc = "91350100M000100Y43";

    private static readonly LegalClock s_clock = new(WorkingCalendar.Shipped, PeriodConventions.Shipped);
    private static readonly DataTable s_inspection = DataStandard.National.Find("inspection")!;

    // The public validator throws on this rule, because of a variable that it never defined.
    [Theory]
    [InlineData(Uscc + "1001", true)]
    [InlineData(Uscc + "5", false)]
    [InlineData(Uscc + "6001", false)]
    [InlineData("I" + "1350100M000100Y43" + "1001", false)]
    [InlineData("no code at all", false)]
    public void ChecklistCode_AnyValue_IsJudgedAndNeverThrows(string code, bool isRight) =>
        Assert.Equal(isRight, !Fails("inspection.checklist-code", Inspection(("checklist_code", code))));

    // The public validator compares with < where it means ≤.
    [Theory]
    [InlineData("2026-03-02 09:00:00", "2026-03-02 09:00:00", true)]
    [InlineData("2026-03-02 09:00:00", "2026-03-02 17:00:00", true)]
    [InlineData("2026-03-02 09:00:00", "2026-03-01 17:00:00", false)]
    [InlineData("2026-03-02 09:00:00", "2026-03-02 08:59:59", false)]
    public void ReportedAfter_TheSameDay_IsRight(string inspected, string reported, bool isRight) =>
        Assert.Equal(isRight, !Fails("inspection.reported-after", Inspection(("inspected_at", inspected), ("reported_at", reported))));

    // The public validator returns early, so that its second rule about dates is never asked.
    [Fact]
    public void Dates_TwoWrong_BothAreFound()
    {
        var row = Penalty(("filed_on", "2026-03-06"), ("decided_on", "2026-03-05"), ("closed_on", "2026-03-01"));
        var failed = Report("penalty", row).Issues.Select(issue => issue.RuleId).ToList();
        Assert.Contains("penalty.decided-after-filed", failed);
        Assert.Contains("penalty.closed-after-filed", failed);
        Assert.Contains("penalty.closed-after-decided", failed);
    }

    // 行政处罚法 art. 60 and 85: 90 days are calendar days; 2026-03-06 + 90 = 2026-06-04.
    [Theory]
    [InlineData("2026-06-04", "0", true)]
    [InlineData("2026-06-05", "0", false)]
    [InlineData("2026-06-05", "1", true)]
    public void DecidedInTime_NinetyCalendarDays(string decided, string extended, bool isRight) => Assert.Equal(
        isRight, !Fails("penalty.decided-in-time", Penalty(("filed_on", "2026-03-06"), ("decided_on", decided), ("extended", extended)), "penalty"));

    // 市场监督管理行政处罚信息公示规定 art. 9: 20 working days; domain.md §11: decided 2026-06-04, public by 2026-07-03.
    [Theory]
    [InlineData("2026-07-03", true)]
    [InlineData("2026-07-04", false)]
    public void PublishedInTime_TwentyWorkingDays(string published, bool isRight) => Assert.Equal(
        isRight, !Fails("penalty.published-in-time", Penalty(("decided_on", "2026-06-04"), ("published_on", published)), "penalty"));

    // A rule speaks about its own time: no 2019 act is judged by the law of 2021.
    [Fact]
    public void DatedRule_BeforeItsTime_DoesNotApply()
    {
        Assert.True(Fails("penalty.two-officers", Penalty(("decided_on", "2026-06-04"), ("officers", "张三")), "penalty"));
        Assert.False(Fails("penalty.two-officers", Penalty(("decided_on", "2019-06-04"), ("officers", "张三")), "penalty"));
    }

    // Two officers are two different ones.
    [Theory]
    [InlineData("张三;李四", true)]
    [InlineData("张三;张三", false)]
    [InlineData("张三", false)]
    public void TwoOfficers_AreDifferentOnes(string officers, bool isRight) =>
        Assert.Equal(isRight, !Fails("inspection.two-officers", Inspection(("officers", officers))));

    [Fact]
    public void InspectionExists_AnUnknownNumber_IsFoundInTheOtherTable()
    {
        var penalty = DataStandard.National.Find("penalty")!;
        DataContent[] contents =
        [
            new(s_inspection, [Row(s_inspection, 2, Inspection(("act_no", "JC-1")))]),
            new(penalty,
            [
                Row(penalty, 2, Penalty(("act_no", "CF-1"), ("inspection_no", "JC-1"))),
                Row(penalty, 3, Penalty(("act_no", "CF-2"), ("inspection_no", "JC-2"))),
                Row(penalty, 4, Penalty(("act_no", "CF-2"))),
            ]),
        ];
        var report = new QualityCheck(DataStandard.National, s_clock).Run(contents);
        var count = report.Counts.Single(c => c.Rule.Id == "penalty.inspection-exists");
        Assert.Equal((2, 1), (count.Checked, count.Failed));
        Assert.Equal(3, report.Issues.Single(issue => issue.RuleId == "penalty.inspection-exists").Row);
        Assert.Equal([4L], report.Rejected("penalty"));
        Assert.Equal("3/4 (75.00 %)", report.Score(QualityDimension.Uniqueness)!.Value.ToString());
    }

    [Fact]
    public void Check_AnyRows_NeverThrowsAndEveryFigureIsTheSumOfItsRows() => Prop.ForAll(Rows().ToArbitrary(), rows =>
    {
        var report = new QualityCheck(DataStandard.National, s_clock).Run([new DataContent(s_inspection, rows)]);
        Assert.All(report.Counts, count => Assert.Equal(
            count.Failed, report.Issues.Count(issue => issue.RuleId == count.Rule.Id)));
        Assert.All(report.Counts, count => Assert.InRange(count.Failed, 0, count.Checked));
        Assert.All(report.Issues, issue => Assert.Contains(rows, row => row.Number == issue.Row));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // A bad row never spoils the good ones: what is found in a row does not change when other rows with other keys join.
    [Fact]
    public void Check_ABadRowAmongGoodOnes_LeavesThemAlone()
    {
        var good = Row(s_inspection, 2, Inspection(("act_no", "JC-1")));
        var bad = Row(s_inspection, 3, Inspection(("act_no", ""), ("inspected_at", "=cmd|calc"), ("body_code", "x")));
        var alone = new QualityCheck(DataStandard.National, s_clock).Run([new DataContent(s_inspection, [good])]);
        var both = new QualityCheck(DataStandard.National, s_clock).Run([new DataContent(s_inspection, [good, bad])]);
        Assert.Empty(alone.Issues);
        Assert.DoesNotContain(both.Issues, issue => issue.Row == 2);
        Assert.Equal([3L], both.Rejected("inspection"));
    }

    [Theory]
    [InlineData("""{ "name": "x", "version": "1", "source": "s", "tables": [], "rules": [ { "id": "r", "dimension": "Accuracy", "table": "t", "kind": "Form", "fields": ["a"] } ] }""", "$.rules[r]")]
    [InlineData("""{ "name": "x", "version": "1", "source": "s", "tables": [ { "name": "t", "key": ["b"], "fields": [ { "name": "a" } ] } ], "rules": [] }""", "$.tables[t]")]
    [InlineData("""{ "name": "x", "version": "1", "source": "s", "tables": [ { "name": "t", "key": ["a"], "fields": [ { "name": "a" } ] } ], "rules": [ { "id": "r", "dimension": "Accuracy", "table": "t", "kind": "Pattern", "fields": ["a"], "pattern": "(?=x)" } ] }""", "$.rules[r]")]
    [InlineData("""{ "name": "x", "version": "1", "source": "s", "tables": [ { "name": "t", "key": ["a"], "fields": [ { "name": "a" } ] } ], "rules": [ { "id": "r", "dimension": "Timeliness", "table": "t", "kind": "Within", "fields": ["a"], "other": "a", "period": { "length": 3, "unit": "WorkingDay" } } ] }""", "$.rules[r]")]
    [InlineData("""{ "name": "x", "version": "1", "source": "s", "tables": [], "rules": [], "rulez": [] }""", "$.rulez")]
    public void Parse_AStandardThatDoesNotFit_SaysWhere(string json, string place)
    {
        var refusal = DataStandard.Parse(json).Refusal!;
        Assert.Equal("SUP7401", refusal.Code);
        Assert.Equal(place, refusal.Message.Arguments[0]);
    }

    private static bool Fails(string rule, Dictionary<string, string> values, string table = "inspection") =>
        Report(table, values).Issues.Any(issue => issue.RuleId == rule);

    private static QualityReport Report(string table, Dictionary<string, string> values)
    {
        var schema = DataStandard.National.Find(table)!;
        return new QualityCheck(DataStandard.National, s_clock).Run([new DataContent(schema, [Row(schema, 2, values)])]);
    }

    private static DataRow Row(DataTable table, long number, Dictionary<string, string> values) =>
        new(number, [.. table.Fields.Select(field => values.GetValueOrDefault(field.Name, ""))]);

    private static Dictionary<string, string> Inspection(params (string Field, string Value)[] changes) => With(new(StringComparer.Ordinal)
    {
        ["item_code"] = "33070100200100", ["checklist_code"] = Uscc + "1001", ["act_no"] = "JC-1", ["act_name"] = "检查", ["body_name"] = "市场监管局",
        ["body_code"] = Uscc, ["subject_name"] = "面馆", ["party_name"] = "面馆", ["party_nature"] = "法人", ["party_id_type"] = "统一社会信用代码",
        ["party_id"] = Uscc, ["division"] = "330782", ["check_form"] = "现场检查", ["check_category"] = "日常检查", ["result"] = "未发现问题",
        ["inspected_at"] = "2026-03-02 09:00:00", ["officers"] = "张三;李四",
    }, changes);

    private static Dictionary<string, string> Penalty(params (string Field, string Value)[] changes) => With(new(StringComparer.Ordinal)
    {
        ["act_no"] = "CF-1", ["decided_on"] = "2026-06-04", ["procedure"] = "普通程序", ["extended"] = "0",
    }, changes);

    private static Dictionary<string, string> With(Dictionary<string, string> values, (string Field, string Value)[] changes)
    {
        foreach (var (field, value) in changes)
        {
            values[field] = value;
        }

        return values;
    }

    private static Gen<DataRow[]> Rows()
    {
        var value = Gen.Elements(
            "", "2026-03-02", "2026-03-02 09:00:00", "9999-12-31", "0001-01-01 00:00:00", Uscc, Uscc + "1001", "-1", "=1+1", "张三;李四", ";;;", "\u001F", "33070100200100", "1");
        return value.ArrayOf(s_inspection.Fields.Count).ListOf()
            .Select(rows => rows.Select((values, at) => new DataRow(at + 2, values)).ToArray());
    }
}
