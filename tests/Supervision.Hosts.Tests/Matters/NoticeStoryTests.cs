using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Matters;

/// <summary>docs/guides/points-and-repair.md, told through the console: the training centre of 2019-08-26 with five faults and 33 points.</summary>
public sealed class NoticeStoryTests : IDisposable
{
    private const string Centre = WalkData.TrainingCentre;
    private const string Notice = "N-complaint.C-1";

    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // 浙江省公共信用信息管理条例 art. 31: 5 working days, 20 at most. Accepted, the notice counts from that day as if it had not been served.
    [Fact]
    public async Task Objection_Accepted_TakesTheNoticeBackFromThatDay()
    {
        await NoticedAsync();
        Assert.Equal(("33", "96"), await StandingAsync());
        await RefusedAsync("SUP7002", "notice", "annul", Notice, "--text", "x");
        await RefusedAsync("SUP7010", "notice", "object", Notice, "--text", " ");
        await OkAsync("notice", "object", Notice, "--text", "检查当日已停业", "--json");
        Assert.Equal(("Disputed", "2026-03-18T00:00"), (Text("state"), Text("due")));
        await OkAsync("notice", "extend", Notice, "--text", "需要调取监控", "--json");
        Assert.Equal("2026-04-09T00:00", Text("due"));
        await RefusedAsync("SUP7015", "notice", "extend", Notice, "--text", "再次");
        At("2026-03-16T09:00:00+08:00");
        await OkAsync("notice", "annul", Notice, "--text", "申诉成立", "--json");
        Assert.Equal("Annulled", Text("state"));
        Assert.Equal(("0", "100"), await StandingAsync());
        await RefusedAsync("SUP7002", "notice", "object", Notice, "--text", "x");
        await RefusedAsync("SUP3141", "self-task", "assign", "T-1", "--notice", Notice, "--material", "exam-food-law");

        // Nothing is served a second time for the same findings.
        await OkAsync("score", "--rules", Packs(), "--json");
        Assert.Equal(0, Root().GetProperty("notices").GetInt32());
        await EventPage.HoldAsync("An objection accepted", _console, "city.db", ["point-notice", "points", "dossier"], TestContext.Current.CancellationToken);
    }

    // Refused, with the reason; then the four kinds of task give back what the pack says (0.5 + 0.5 + 1 + 2), within a year.
    [Fact]
    public async Task Repair_ByTheFourKindsOfTask_GivesBackWhatThePackSaysWithinAYear()
    {
        await NoticedAsync();
        await OkAsync("notice", "object", Notice, "--text", "不服");
        await RefusedAsync("SUP3141", "self-task", "assign", "T-1", "--notice", Notice, "--material", "exam-food-law");
        await OkAsync("notice", "uphold", Notice, "--text", "五项事实有照片为证", "--json");
        Assert.Equal("Upheld", Text("state"));
        await RefusedAsync("SUP3145", "self-task", "assign", "T-1", "--notice", Notice, "--material", "no-such");
        await OkAsync("self-task", "assign", "T-1", "--notice", Notice, "--material", "exam-food-law", "--json");
        Assert.Equal("2027-03-10T00:00", Text("due"));
        await RefusedAsync("SUP3148", "self-task", "assign", "T-2", "--notice", Notice, "--material", "exam-food-law");

        // One right answer of three is below the pass mark; an exam can be tried again.
        await RefusedAsync("SUP3142", "self-task", "submit", "T-1", "--answer", "1=食品生产经营者", "--answer", "2=驾驶证", "--answer", "3=供货者照片");
        await RefusedAsync("SUP3146", "self-task", "submit", "T-1", "--answer", "1=食品生产经营者");
        await RefusedAsync("SUP7002", "self-task", "verify", "T-1", "--text", "核验", "--rules", Packs());
        await OkAsync("self-task", "submit", "T-1", "--answer", "1=食品生产经营者", "--answer", "2=有效健康证明", "--answer", "3=供货者照片", "--json");
        Assert.Equal("66.7", Root().GetProperty("facts").GetProperty("score").GetString());
        await OkAsync("self-task", "return", "T-1", "--text", "请重考", "--rules", Packs());
        await OkAsync("self-task", "submit", "T-1", "--answer", "1=食品生产经营者", "--answer", "2=有效健康证明", "--answer", "3=供货者许可证和合格证明");
        Assert.Equal(("33", "96"), await StandingAsync());
        await OkAsync("self-task", "verify", "T-1", "--text", "核验属实", "--rules", Packs());
        Assert.Equal(("31", "96"), await StandingAsync());

        await OkAsync("self-task", "assign", "T-2", "--notice", Notice, "--material", "self-check-catering");
        await RefusedAsync("SUP3147", "self-task", "submit", "T-2", "--answer", "1=符合", "--answer", "2=已改正");
        await OkAsync("self-task", "submit", "T-2", "--answer", "1=符合", "--answer", "2=已改正", "--evidence", new string('a', 64));
        await OkAsync("self-task", "verify", "T-2", "--text", "照片属实", "--rules", Packs());
        await OkAsync("self-task", "assign", "T-3", "--notice", Notice, "--material", "study-food-law");
        await OkAsync("self-task", "submit", "T-3", "--answer", "1=已学习", "--answer", "2=已学习");
        await OkAsync("self-task", "verify", "T-3", "--text", "学习属实", "--rules", Packs());
        await OkAsync("self-task", "assign", "T-4", "--notice", Notice, "--material", "self-report");
        await OkAsync("self-task", "submit", "T-4", "--answer", "done=已全部整改", "--answer", "prevent=专人负责");
        Assert.Equal(("29.5", "96"), await StandingAsync());

        // The year from 10 March 2026 ends with 9 March 2027.
        At("2027-03-10T09:00:00+08:00");
        await RefusedAsync("SUP3143", "self-task", "verify", "T-4", "--text", "属实", "--rules", Packs());
        await RefusedAsync("SUP3141", "self-task", "assign", "T-5", "--notice", Notice, "--material", "self-report");
        await EventPage.HoldAsync("Points repaired by tasks", _console, "city.db", ["point-notice", "points", "self-task"], TestContext.Current.CancellationToken);
    }

    // The notice as it is printed: five faults with what each cost, the points in all, and what gives points back.
    [Fact]
    public async Task Notice_AsADocument_SaysWhatEachFaultCost()
    {
        await NoticedAsync();
        await OkAsync("doc", "issue", "pointNotice", "complaint.C-1", "--task", "complaint.C-1", "--agency-short", "义乌教育", "--json");
        Assert.Matches("^义乌教育记分〔2026〕1号$", Text("number")!);
        await OkAsync("doc", "render", "pointNotice", "--key", "complaint.C-1", "--out", _console.PathOf("notice.html"));
        var page = await File.ReadAllTextAsync(_console.PathOf("notice.html"), TestContext.Current.CancellationToken);
        Assert.Contains("本次共记33分", page, StringComparison.Ordinal);
        Assert.Contains("考试恢复2分", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("较重").Length - 1);
    }

    // 因记满12分达到“严重”: the training centre was full twice, which reaches its head, and through the head's number every subject that the same person heads.
    [Fact]
    public async Task PersonLink_FullTwice_ReachesTheHeadOverAllSubjectsAndNobodyElse()
    {
        await NoticedAsync();
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("person", "keys", _console.PathOf("keys.json")));
        _console.Variables["SUPERVISION_PERSON_KEYS"] = _console.PathOf("keys.json");
        string[] actor = ["--actor", "K1@330782"];
        await OkAsync("access", "grant", "K1@330782", "CreditClerk", "Registrar");
        await AddAsync("P-1", Centre, "11010519491231002X", "--head");
        await AddAsync("P-2", WalkData.NoodleShop, "11010519491231002X", "--head");
        await AddAsync("P-3", Centre, "440524188001010014");
        await RefusedAsync("SUP6116", ["person", "credit", "P-1", "--purpose", " ", "--rules", Packs(), .. actor]);
        await RefusedAsync("SUP3171", ["person", "credit", "P-3", "--purpose", "核查", "--rules", Packs(), .. actor]);
        foreach (var id in (string[])["P-1", "P-2"])
        {
            await OkAsync(["person", "credit", id, "--purpose", "核查", "--rules", Packs(), "--json", .. actor]);
            Assert.Equal("96", Text("score"));
            Assert.Equal(
                [(Centre, 2, true), (WalkData.NoodleShop, 0, false)],
                Root().GetProperty("subjects").EnumerateArray().Select(one => (one.GetProperty("subject").GetString()!, one.GetProperty("steps").GetInt32(), one.GetProperty("linked").GetBoolean())));
        }

        await OkAsync("person", "views", "P-1");
        Assert.Contains("K1@330782", _console.Out, StringComparison.Ordinal);

        async Task AddAsync(string id, string subject, string number, params string[] more)
        {
            _console.In = number;
            await OkAsync(["person", "add", id, subject, "--name", "王小二", "--retain-until", "2099-12-31", .. more, .. actor]);
        }
    }

    // Domain, section 12: what is penalised goes another way than the tolerance of twelve points: no task gives it back, not even one that was handed in.
    [Fact]
    public async Task Repair_OfWhatWasPenalised_IsRefused()
    {
        await NoticedAsync();
        await OkAsync("self-task", "assign", "T-1", "--notice", Notice, "--material", "self-report");
        await OkAsync("self-task", "submit", "T-1", "--answer", "done=已全部整改", "--answer", "prevent=专人负责");
        At("2026-06-08T09:00:00+08:00");
        string[] penalty = ["--fine", "150000", "--benchmark", "water-83-2", "--grade", "Lighter", "--text", "超标"];
        await OkAsync("case", "open", "pan-1", Centre, "--facts", "超标", "--received", "2026-03-10", "--task", "complaint.C-1");
        await OkAsync("case", "do", "pan-1", "file", "--on", "2026-03-20", "--approved-by", "head", "--mark", "InitialEvidence", "--mark", "OwnJurisdiction");
        await OkAsync("case", "do", "pan-1", "assign-handlers", "--on", "2026-03-20", "--person", "JH001", "--person", "JH002");
        await OkAsync(["case", "do", "pan-1", "serve-notice", "--on", "2026-05-20", .. penalty, "--mark", "RightsTold", "--mark", "HearingRightTold"]);
        await OkAsync("self-task", "assign", "T-2", "--notice", Notice, "--material", "study-food-law");
        await OkAsync("case", "do", "pan-1", "discuss", "--on", "2026-06-04", "--fine", "150000", "--person", "a", "--person", "b", "--text", "同意");
        await OkAsync(["case", "do", "pan-1", "decide", "--on", "2026-06-04", .. penalty, "--approved-by", "head"]);
        await RefusedAsync("SUP3172", "self-task", "verify", "T-1", "--text", "属实", "--rules", Packs());
        await RefusedAsync("SUP3172", "self-task", "assign", "T-3", "--notice", Notice, "--material", "exam-food-law");
        Assert.Equal(("33", "96"), await StandingAsync());
    }

    // An objection that nobody decides is told to the head and then to the agency above.
    [Fact]
    public async Task Objection_NotDecided_Climbs()
    {
        await NoticedAsync();
        await OkAsync("notice", "object", Notice, "--text", "不服");
        At("2026-03-17T23:00:00+08:00");
        await OkAsync("sweep", "--json");
        Assert.Empty(Root().GetProperty("escalated").EnumerateArray());
        At("2026-03-18T00:30:00+08:00");
        await OkAsync("sweep", "--json");
        Assert.Equal(Notice, Assert.Single(Root().GetProperty("escalated").EnumerateArray()).GetProperty("id").GetString());
    }

    // 一处失信、处处受限: a dated measure that other departments query and acknowledge; one that is silent is told to the agency above.
    [Fact]
    public async Task Measure_ByTwoDepartments_IsQueriedAcknowledgedAndLifted()
    {
        await RegisterAsync();
        string[] impose = ["lists", "impose", "M-1", "--subject", Centre, "--title", "限制参加政府采购", "--agency", "330782", "--law", "浙江省公共信用信息管理条例"];
        await RefusedAsync("SUP3151", [.. impose, "--department", "330783", "--until", "2026-03-09"]);
        await RefusedAsync("SUP7011", [.. impose, "--department", "no-such", "--until", "2027-03-09"]);
        await RefusedAsync("SUP7011", [.. impose, "--department", "330783", "--department", "330783", "--until", "2027-03-09"]);
        await OkAsync([.. impose, "--department", "330783", "--department", "330784", "--until", "2027-03-09", "--json"]);
        Assert.Equal(["InForce", "Sent", "Sent"], Root().GetProperty("matters").EnumerateArray().Select(matter => matter.GetProperty("state").GetString()));
        await OkAsync("access", "grant", "D1@330784", "CreditClerk");
        await OkAsync("lists", "of", Centre, "--json", "--actor", "D1@330784");
        Assert.True(Root().GetProperty("entries")[0].GetProperty("holds").GetBoolean());
        await RefusedAsync("SUP7000", "receipt", "acknowledge", "M-1.1", "--actor", "D1@330784");
        await OkAsync("receipt", "acknowledge", "M-1.2", "--actor", "D1@330784");
        await RefusedAsync("SUP7002", "receipt", "acknowledge", "M-1.2");
        At("2026-03-13T00:30:00+08:00");
        await OkAsync("sweep", "--json");
        Assert.Equal("M-1.1", Assert.Single(Root().GetProperty("escalated").EnumerateArray()).GetProperty("id").GetString());

        // A repair lifts the measure before its last day (发展改革委令第36号).
        await OkAsync("lists", "lift", "M-1", "--text", "信用修复");
        await OkAsync("lists", "of", Centre, "--json");
        Assert.False(Root().GetProperty("entries")[0].GetProperty("holds").GetBoolean());
        await EventPage.HoldAsync("A joint measure", _console, "city.db", ["list-entry", "receipt"], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Push_ToSubjects_GivesEachOneReceipt()
    {
        await RegisterAsync();
        string[] send = ["push", "send", "P-1", "--title", "食品安全法修改", "--agency", "330782", "--text", "请阅读"];
        await RefusedAsync("SUP1222", [.. send, "--subject", Centre, "--subject", "no-such"]);
        await OkAsync([.. send, "--subject", Centre, "--subject", WalkData.NoodleShop, "--subject", Centre]);
        await OkAsync("receipt", "list", "--subject", Centre, "--json");
        var receipt = Assert.Single(Root().GetProperty("matters").EnumerateArray()).GetProperty("id").GetString()!;
        await OkAsync("receipt", "acknowledge", receipt);
        await OkAsync("push", "show", "P-1", "--json");
        Assert.Equal(
            ["Acknowledged", "Sent"], Root().GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
        await EventPage.HoldAsync("A notice pushed to subjects", _console, "city.db", ["push", "receipt"], TestContext.Current.CancellationToken);
    }

    // Seed 000: notices and laws go to those whom they concern, by area, industry, item, category, class and grade; all must hold.
    [Fact]
    public async Task Push_ToATarget_GoesToThoseAloneWhomItConcerns()
    {
        await NoticedAsync();
        string[] send = ["--title", "食品安全法修改", "--agency", "330782", "--text", "请阅读", "--rules", Packs(), "--json"];
        await RefusedAsync("SUP2201", ["push", "send", "P-0", .. send, "--division", "330782", "--item", "no-such"]);
        await RefusedAsync("SUP3164", ["push", "send", "P-0", .. send, "--division", "330782", "--class", "E"]);
        await RefusedAsync("SUP3152", ["push", "send", "P-0", .. send, "--division", "330782", "--category", "training", "--item", "33070100100100"]);
        await RefusedAsync("SUP3152", ["push", "send", "P-0", .. send]);
        var rows = File.ReadLines(_console.PathOf("subjects.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        await SentAsync("P-1", ["--division", "330782", "--category", "restaurant"], row => row[5] == "330782" && row[7].Split(';').Contains("restaurant"));
        await SentAsync("P-2", ["--division", "330700", "--industry", "C3"], row => row[6].StartsWith("C3", StringComparison.Ordinal));
        await SentAsync("P-3", ["--division", "330700", "--industry", "C33", "--class", "A"], row => row[6] == "C33" && row[11] == "A");
        await SentAsync("P-4", ["--division", "330782", "--item", "33070100300100"], row => row[5] == "330782" && row[7].Split(';').Contains("training"));

        // The training centre is the one that was assessed: 33 points, 96 composite points, grade A, and class D now.
        await SentAsync("P-5", ["--division", "330782", "--grade", "A"], row => row[0] == Centre);
        await SentAsync("P-6", ["--division", "330782", "--grade", "A", "--class", "D"], row => row[0] == Centre);
        await RefusedAsync("SUP3152", ["push", "send", "P-7", .. send, "--division", "330782", "--grade", "B"]);

        async Task SentAsync(string id, string[] target, Func<string[], bool> isMeant)
        {
            await OkAsync(["push", "send", id, .. send, .. target]);
            string[] meant = [.. rows.Where(row => row[8] == "active" && isMeant(row)).Select(row => row[0]).Order(StringComparer.Ordinal)];
            Assert.NotEmpty(meant);
            Assert.Equal(meant, Root().GetProperty("matters").EnumerateArray().Skip(1).Select(matter => matter.GetProperty("subject").GetString()));
        }
    }

    // Yiwu: 126 tasks, 7,124 self-checks of 2,133 subjects: a call has a task for each subject, without a notice; verified online it gives nothing back.
    [Fact]
    public async Task Call_WithoutANotice_GivesEachSubjectATaskAndNoPointsBack()
    {
        await NoticedAsync();
        string[] call = ["self-task", "call", "Z-1", "--agency", "330782", "--subject", Centre, "--subject", WalkData.NoodleShop, "--rules", Packs()];
        await RefusedAsync("SUP3163", [.. call, "--material", "self-report", "--due", "2026-03-09"]);
        await RefusedAsync("SUP3145", [.. call, "--material", "no-such", "--due", "2026-04-30"]);
        await OkAsync([.. call, "--material", "self-report", "--due", "2026-04-30", "--json"]);
        Assert.Equal(["Sent", "Assigned", "Assigned"], Root().GetProperty("matters").EnumerateArray().Select(matter => matter.GetProperty("state").GetString()));
        await OkAsync("self-task", "list", "--subject", Centre, "--json");
        var task = Assert.Single(Root().GetProperty("matters").EnumerateArray()).GetProperty("id").GetString()!;
        await OkAsync("self-task", "submit", task, "--answer", "done=已自查", "--answer", "prevent=专人负责");
        await OkAsync("self-task", "verify", task, "--text", "核验属实", "--rules", Packs(), "--json");
        Assert.Equal("Verified", Text("state"));
        Assert.Equal(("33", "96"), await StandingAsync());

        // The other one is late: nothing is handed in after the last day.
        At("2026-05-06T09:00:00+08:00");
        await OkAsync("self-task", "list", "--subject", WalkData.NoodleShop, "--json");
        var late = Assert.Single(Root().GetProperty("matters").EnumerateArray()).GetProperty("id").GetString()!;
        await RefusedAsync("SUP3143", "self-task", "submit", late, "--answer", "done=已自查", "--answer", "prevent=专人负责");
    }

    private void At(string instant) => _console.Variables["SUPERVISION_CLOCK"] = instant;

    private static string Packs() => SharedData.InRepository("samples", "rulepacks");

    private JsonElement Root() => JsonDocument.Parse(_console.Out).RootElement;

    private string? Text(string name) => Root().GetProperty(name).GetString();

    private async Task<(string? Points, string? Composite)> StandingAsync()
    {
        await OkAsync("show", "subject", Centre, "--rules", Packs(), "--json");
        return (Text("points"), Text("composite"));
    }

    private async Task RegisterAsync()
    {
        At("2026-03-10T09:00:00+08:00");
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
    }

    private async Task NoticedAsync()
    {
        await RegisterAsync();
        await FaultyVisit.RecordAsync(_console, "city.db");
        await OkAsync("score", "--rules", Packs());
    }

    private async Task OkAsync(params string[] args) => Assert.True(
        ExitCode.Ok == await RunAsync(args), $"{string.Join(' ', args)}\n{_console.Error}\n{_console.Out}");

    private async Task RefusedAsync(string code, params string[] args)
    {
        Assert.NotEqual(ExitCode.Ok, await RunAsync(args));
        Assert.Contains($"{code}: ", _console.Error, StringComparison.Ordinal);
    }

    private Task<ExitCode> RunAsync(string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);
}
