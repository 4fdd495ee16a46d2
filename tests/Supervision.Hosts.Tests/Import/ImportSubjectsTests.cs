using System.Text;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;
using Supervision.Registry;

namespace Supervision.Hosts.Tests.Import;

public sealed class ImportSubjectsTests : IDisposable
{
    private const string Good = "91999999MA0TE5T16E";
    private const string Header = "kind,name,uscc,division,status,address,registered_on\n";

    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Import_BadFile_RejectsEachBadRowAndKeepsEveryGoodOne()
    {
        var file = _console.Write(
            "bad.csv",
            Header
            + $"enterprise,甲公司,{Good},330782,active,一号,2019-01-02\n"               // 2 good
            + "enterprise,乙公司,91999999MA2E0002X0,330782,active\n"                  // 3 columns
            + "enterprise,丙公司,91999999MA0TE5T1,330782,active,,\n"                  // 4 length
            + "enterprise,丁公司,91999999MAOTE5T16E,330782,active,,\n"                // 5 O for 0
            + "enterprise,戊公司,91350100M000100Z43,330782,active,,\n"                // 6 Z
            + "enterprise,己公司,91999999MA0TE5T17E,330782,active,,\n"                // 7 inner check
            + "enterprise,庚公司,91999999MA0TE5T16F,330782,active,,\n"                // 8 check
            + "enterprise,\"辛\"公司,91999999MA2E00150Y,330782,active,,\n"            // 9 text after quote
            + "enterprise,\"壬公司,91999999MA2E00150Y,330782,active,,\n"              // 10 open quote
            + "enterprise,\"癸,公司\",91999999MA2E00150Y,330782,active,\"a\"\"b\",\n"   // 11 good
            + "\n"                                                                  // 12 blank
            + "enterprise,,91999999MA2E00337X,330782,active,,\n"                      // 13 empty name
            + $"enterprise,又一家,{Good},330782,active,,\n"                             // 14 duplicate
            + "enterprise,=1+1,91999999MA2E00337X,330782,gone,,\n"                    // 15 status
            + "shop,=cmd|x,91999999MA2E00337X,330782,active,,\n"                      // 16 kind
            + "self-employed,@店,92999999MA2E000115,330782,,,2019-02-30\n"            // 17 date
            + "self-employed,-店,92999999MA2E000115,33078,,,\n"                       // 18 division
            + $"enterprise,{new string('长', 201)},91999999MA2E00337X,330782,active,,\n" // 19 long
            + "enterprise,甲\u0007乙,91999999MA2E00337X,330782,active,,\n"            // 20 control
            + "enterprise,甲\u202E乙,91999999MA2E00337X,330782,active,,\n"            // 21 bidi
            + "self-employed,=SUM(A1),９２９９９９９９-ma2e000115,330782,,,2019/3/1\n"    // 22 date form
            + "self-employed,=SUM(A1),９２９９９９９９-ma2e000115,330782,,,2019-03-01");  // 23 good, no line end

        var code = await _console.RunAsync("import", "subjects", file);

        Assert.Equal(ExitCode.ProblemsFound, code);
        string[] expected =
        [
            "3 SUP1041 []", "4 SUP1011 [uscc]", "5 SUP1012 [uscc]", "6 SUP1012 [uscc]", "7 SUP1013 [uscc]", "8 SUP1014 [uscc]",
            "9 SUP1042 []", "10 SUP1042 []", "13 SUP1043 [name]", "14 SUP1031 []", "15 SUP1045 [status]", "16 SUP1045 [kind]",
            "17 SUP1044 [registered_on]", "18 SUP1023 []", "19 SUP1046 [name]", "20 SUP1047 [name]", "21 SUP1048 [name]",
            "22 SUP1044 [registered_on]",
        ];
        var rejects = Rejects(file + ".rejects.csv");
        Assert.Equal(expected, rejects.Select(r => $"{r[1]} {r[4]} [{r[2]}]"));
        Assert.All(rejects, r => Assert.Equal("bad.csv", r[0]));
        Assert.All(rejects, r => Assert.True(r[5].Length > 10 && r[6].Length > 5, r[1]));
        Assert.Equal([Good, "91999999MA2E00150Y", "92999999MA2E000115"], _console.Store.Subjects.Keys);
        var quoted = _console.Store.Subjects["91999999MA2E00150Y"];
        Assert.Equal(("癸,公司", "a\"b", SubjectStatus.Active), (quoted.Name, quoted.Address, quoted.Status));
        Assert.Equal("=SUM(A1)", _console.Store.Subjects["92999999MA2E000115"].Name);
        Assert.Equal(new DateOnly(2019, 1, 2), _console.Store.Subjects[Good].RegisteredOn);
        Assert.Contains("18", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FormulaLikeValue_IsHarmlessInTheRejectsFile()
    {
        var file = _console.Write("f.csv", "kind,name,uscc,division\n=HYPERLINK(1),甲,,330782\n+1,甲,,330782\n-1,甲,,330782\n@a,甲,,330782\n");

        await _console.RunAsync("import", "subjects", file, "--rejects", _console.PathOf("r.csv"));

        // The missing id is told first, row by row; the value of the kind column follows when the id is there.
        var withId = _console.Write("g.csv", "id,kind,name,division\n1,=HYPERLINK(1),甲,330782\n2,+1,甲,330782\n3,-1,甲,330782\n4,@a,甲,330782\n");
        await _console.RunAsync("import", "subjects", withId, "--rejects", _console.PathOf("r.csv"));
        Assert.Equal(["'=HYPERLINK(1)", "'+1", "'-1", "'@a"], Rejects(_console.PathOf("r.csv")).Select(r => r[3]));
    }

    [Fact]
    public async Task Import_StrayOpenQuote_DoesNotTakeLaterRowsAlong()
    {
        var text = new StringBuilder("id,kind,name,division\n1,enterprise,\"open,330782\n");
        for (var i = 2; i <= 500; i++)
        {
            text.Append($"{i},enterprise,\"name {i}\",330782\n");
        }

        var file = _console.Write("open.csv", text.ToString());

        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("import", "subjects", file));
        Assert.Equal(499, _console.Store.Subjects.Count);
        Assert.Equal(["2 SUP1042"], Rejects(file + ".rejects.csv").Select(r => $"{r[1]} {r[4]}"));
    }

    [Fact]
    public async Task Import_LineBreakInQuotes_IsOneRowAndCountsItsLines()
    {
        var file = _console.Write("lines.csv", "id,kind,name,division\r\n1,enterprise,\"a\r\nb\",330782\r\n2,nothing,c,330782\r\n");

        await _console.RunAsync("import", "subjects", file);

        Assert.Equal(["2 SUP1047", "4 SUP1045"], Rejects(file + ".rejects.csv").Select(r => $"{r[1]} {r[4]}"));
    }

    [Fact]
    public async Task Import_Twice_ChangesNothing()
    {
        var file = _console.Write("s.csv", Header + $"enterprise,甲公司,{Good},330782,active,,\n");
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", file));
        var journal = _console.Store.Journal.Count;

        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", file, "--json"));

        Assert.Equal(journal, _console.Store.Journal.Count);
        Assert.Contains("\"unchanged\": 1", _console.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(file + ".rejects.csv"));
    }

    [Fact]
    public async Task Import_ByteOrderMarkAndCombiningName_IsReadAndNormalised()
    {
        var file = _console.PathOf("bom.csv");
        await File.WriteAllTextAsync(file, "id,kind,name,division\n1,enterprise,Cafe\u0301,330782\n", new UTF8Encoding(true));

        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", file));
        Assert.Equal("Caf\u00e9", _console.Store.Subjects["1"].Name);
    }

    [Fact]
    public async Task Import_Gb18030_SaysSoAndSavesNothing()
    {
        var file = _console.PathOf("gb.csv");
        // 甲公司 in GB18030
        byte[] name = [0xBC, 0xD7, 0xB9, 0xAB, 0xCB, 0xBE];
        await File.WriteAllBytesAsync(file, [.. "id,kind,name,division\n1,enterprise,"u8, .. name, .. ",330782\n"u8]);

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "subjects", file));
        Assert.StartsWith("SUP1052", _console.Error, StringComparison.Ordinal);
        Assert.Contains("GB18030", _console.Error, StringComparison.Ordinal);
        Assert.Empty(_console.Store.Subjects);
    }

    [Fact]
    public async Task Import_OneUndecodableRow_IsOneReject()
    {
        var file = _console.PathOf("one.csv");
        await File.WriteAllBytesAsync(
            file, [.. "id,kind,name,division\n1,enterprise,甲,330782\n2,enterprise,"u8, 0xBC, 0xD7, .. ",330782\n3,enterprise,丙,330782\n"u8]);

        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("import", "subjects", file));
        Assert.Equal(["3 SUP1049"], Rejects(file + ".rejects.csv").Select(r => $"{r[1]} {r[4]}"));
        Assert.Equal(["1", "3"], _console.Store.Subjects.Keys);
    }

    [Fact]
    public async Task Import_Interrupted_SaysHowFarItCameAndContinues()
    {
        var text = new StringBuilder("id,kind,name,division\n");
        for (var i = 0; i < 50_000; i++)
        {
            text.Append($"{i},enterprise,n,330782\n");
        }

        var file = _console.Write("long.csv", text.ToString());
        using var ctrlC = new CancellationTokenSource();
        _console.Cancellation = ctrlC.Token;
        _console.Store.OnCommit = _ => ctrlC.Cancel();

        Assert.Equal(ExitCode.Interrupted, await _console.RunAsync("import", "subjects", file));
        Assert.Contains("20,000", _console.Error, StringComparison.Ordinal);
        Assert.Equal(20_000, _console.Store.Subjects.Count);

        _console.Cancellation = CancellationToken.None;
        _console.Store.OnCommit = _ => { };
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", file));
        Assert.Equal(50_000, _console.Store.Subjects.Count);
        Assert.Empty(Directory.EnumerateFiles(_console.Folder, "*.tmp"));
    }

    [Fact]
    public async Task Import_MendedFile_TakesTheOldRejectsAway()
    {
        var file = _console.Write("s.csv", "id,kind,name,division\n1,shop,甲,330782\n");
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("import", "subjects", file));
        Assert.True(File.Exists(file + ".rejects.csv"));

        _console.Write("s.csv", "id,kind,name,division\n1,enterprise,甲,330782\n");

        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", file));
        Assert.False(File.Exists(file + ".rejects.csv"));
    }

    private static List<string[]> Rejects(string path)
    {
        using var reader = CsvHelper.CsvReader.FromFile(path);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add(reader.Current.ToArray());
        }

        Assert.Equal(["file", "row", "column", "value", "code", "reason", "remedy"], reader.Headers);
        return rows;
    }
}
