using System.Text;
using Supervision.Console.Shell;
using Supervision.Documents.Tests;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

/// <summary>
/// docs/guides/seed-day/run.sh, line by line, as a person would run it: from an ammonia alarm to a fine of 280,000 yuan, with the
/// timeline to the day and every one of the twelve kinds of document on paper.
/// </summary>
public sealed class SeedDayTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    [TypedPage("guides/seed-day/run.sh")]
    public async Task Script_FromAlarmToTheFine_GivesTheTimelineToTheDayAndTwelveDocuments()
    {
        _console.Variables["LANG"] = "zh_CN.UTF-8";
        _console.Variables["SUPERVISION_FONTS"] = Fonts.Path();
        Directory.CreateDirectory(_console.PathOf("out"));
        var timeline = new StringBuilder();
        await new GuideRun(_console, "seed-day.db")
        {
            After = command => timeline.Append(command.StartsWith("case timeline", StringComparison.Ordinal) ? _console.Out : ""),
        }.RunAsync();

        // Each line cites the provision that it counts by.
        var shown = timeline.ToString();
        foreach (var (due, clock) in ((string, string)[])
        [
            ("2026-03-06", "核查并决定是否立案"), // 市场监督管理行政处罚程序规定 art. 18: 15 working days from 9 February
            ("2026-03-18", "处理先行登记保存的证据"), // 行政处罚法 art. 56: 7 working days
            ("2026-05-27", "当事人申请听证"), // art. 64: 5 working days
            ("2026-06-04", "作出处罚决定"), // art. 60: 90 calendar days
            ("2026-06-15", "送达处罚决定书"), // art. 61: 7 working days
            ("2026-06-15", "双公示"),
            ("2026-07-03", "国家企业信用信息公示系统公示"), // 20 working days
            ("2026-06-22", "当事人缴纳罚款"), // art. 67: 15 calendar days, 20 June is a holiday
            ("2026-08-04", "当事人申请行政复议"), // 行政复议法 art. 20
            ("2026-12-07", "当事人提起行政诉讼"), // 行政诉讼法 art. 46
        ])
        {
            Assert.Matches($@"(?m)^{due}\s+{clock}\s", shown);
        }

        Assert.Contains("行政处罚法 第六十条", shown, StringComparison.Ordinal);
        await PrintedAsync();
        await RefusedAsync("SUP2608", "doc", "render", "demand", "--case", "pan-2", "--out", _console.PathOf("no.html"));
        await RefusedAsync("SUP2609", "doc", "issue", "decision", "pan-2", "--facts", Decision(), "--agency-short", "磐环");
        await NumbersHaveNoGapAsync();
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("journal", "export", "--db", _console.PathOf("seed-day.db"), "--out", _console.PathOf("events.jsonl")));
        await EventPage.HoldAsync("Seed day: tasks, cases, documents", _console.PathOf("events.jsonl"), TestContext.Current.CancellationToken);
    }

    private async Task PrintedAsync()
    {
        var expected = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["01"] = ["现场检查笔录", "磐环检笔〔2026〕1号", "氨氮12.6mg/L"],
            ["02"] = ["责令限期改正通知书", "2026年2月12日前改正"],
            ["03"] = ["信用监管记分告知单", "本次共记12分"],
            ["04"] = ["行政处罚告知书", "罚款人民币280,000元（大写：贰拾捌万元整）", "5个工作日内", "至2026年5月27日", "先行登记保存的在线监测运行台账三册"],
            ["05"] = ["行政处罚听证通知书", "2026年8月24日在本局三楼会议室公开举行听证", "由周望舒主持"],
            ["06"] = ["行政处罚决定书", "磐环处罚〔2026〕1号", "100,000元至1,000,000元", "从轻处罚", "每日按罚款数额的3%加处罚款", "60日内依法向磐安县人民政府申请行政复议", "6个月内依法向磐安县人民法院提起行政诉讼", "现场检查笔录（", "予以采纳"],
            ["07"] = ["当场行政处罚决定书", "磐市监当罚〔2026〕1号", "如下行政处罚：警告。"],
            ["08"] = ["送达回证", "直接送达", "磐环处罚〔2026〕1号"],
            ["09"] = ["履行行政决定催告书", "加处罚款：280,000元（共34日，已达罚款数额的上限）", "2026年8月10日前履行"],
            ["10"] = ["行政处罚案件结案报告", "加处罚款280,000元，已缴560,000元"],
            ["11"] = ["行政处罚信息公示", "磐环公示〔2026〕2号", "至2029年7月3日"],
            ["12"] = ["联合检查表", "两部门共4项要点"],
        };
        var files = Directory.GetFiles(_console.PathOf("out"));
        Assert.Equal(12, files.Length);
        foreach (var file in files)
        {
            var pdf = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var text = string.Concat(Tool.Run(pdf, "pdftotext", "-raw", "FILE", "-").Where(c => !char.IsWhiteSpace(c)));
            foreach (var words in expected[Path.GetFileName(file)[..2]])
            {
                Assert.Contains(words, text, StringComparison.Ordinal);
            }
        }
    }

    // A refused decision uses no number: the next one is the second.
    private async Task NumbersHaveNoGapAsync()
    {
        string[] decide = ["case", "do", "pan-2", "decide", "--fine", "500000", "--benchmark", "water-83-2", "--grade", "Normal", "--text", "x",
            "--approved-by", "局长", "--agency-short", "磐环"];
        _console.Variables["SUPERVISION_CLOCK"] = "2026-08-24T15:00:00+08:00";
        await OkAsync("case", "do", "pan-2", "hold-hearing", "--mark", "PartySigned");
        await RefusedAsync("SUP2344", decide);
        string[] review = ["case", "do", "pan-2", "review-hearing", "--person", "法制员", "--mark", "LegallyQualified"];
        Assert.Equal(ExitCode.NotAllowed, await RunAsync(review)); // who handles the case does not record its review, in whosever name
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("access", "grant", "FZ001@eco-panan", "LegalReviewer", "--db", _console.PathOf("seed-day.db")));
        Assert.True(await RunAsync("FZ001@eco-panan", review) == ExitCode.Ok, _console.Error);
        await RefusedAsync("SUP2345", decide);
        await OkAsync("case", "do", "pan-2", "discuss", "--fine", "500000", "--person", "局长", "--person", "副局长");
        await RefusedAsync("SUP2605", [.. decide, "--reference", "磐环处罚〔2026〕9号"]);
        await OkAsync(decide);
        Assert.Contains("磐环处罚〔2026〕2号", _console.Error, StringComparison.Ordinal);
        await OkAsync("doc", "render", "decision", "--case", "pan-2", "--out", _console.PathOf("decision.html"));
        var page = await File.ReadAllTextAsync(_console.PathOf("decision.html"), TestContext.Current.CancellationToken);
        Assert.Contains("当事人要求听证，本机关于2026年8月24日举行听证。", page, StringComparison.Ordinal);
    }

    private string Decision() => _console.Write("decision.json", """{ "values": { "agency": "x" } }""");

    private async Task OkAsync(params string[] args) =>
        Assert.True(await RunAsync(args) == ExitCode.Ok, string.Join(' ', args) + "\n" + _console.Error);

    private async Task RefusedAsync(string code, params string[] args)
    {
        Assert.Equal(ExitCode.Failed, await RunAsync(args));
        Assert.Contains("\n" + code, "\n" + _console.Error, StringComparison.Ordinal);
    }

    private Task<ExitCode> RunAsync(params string[] args) => RunAsync("PA001@eco-panan", args);

    private Task<ExitCode> RunAsync(string actor, string[] args) =>
        _console.RunAsync([.. args, "--actor", actor, "--db", _console.PathOf("seed-day.db")]);
}
