using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

public sealed class CliTests : IDisposable
{
    // Every command there is, so that a new one cannot be forgotten.
    private static readonly string[] s_commands =
    [
        .. Below(Cli.Build(new Texts(CultureInfo.GetCultureInfo("en")), CliEnvironment.OfProcess()), ""),
    ];

    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData("import subjects")]
    [InlineData("import")]
    [InlineData("nonsense")]
    [InlineData("import subjects a.csv --no-such-option")]
    [InlineData("import subjects a.csv --lang fr")]
    [InlineData("import subjects a.csv --actor nobody")]
    [InlineData("generate city")]
    [InlineData("generate city --out x --subjects -1")]
    [InlineData("completion fish")]
    public async Task Run_WrongCommandLine_IsUsageOnStderr(string line)
    {
        var code = await _console.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(_console.Out);
        Assert.Contains("--help", _console.Error, StringComparison.Ordinal);
        Assert.Equal(0, _console.Store.Opened);
    }

    // What is wrong, and what is expected in its place, in the language of the reader.
    [Theory]
    [InlineData("案件", "没有命令“案件”；可用：")]
    [InlineData("case", "请接着给出命令：open、do、")]
    [InlineData("case nope", "没有命令“nope”；可用：open、do、")]
    [InlineData("case do pan-1", "缺少 STEP：")]
    [InlineData("case show pan-1 pan-2", "不认识“pan-2”。")]
    [InlineData("deadline explain 15", "缺少选项 --from：")]
    [InlineData("deadline explain 15 --from", "选项 --from 后面缺少值。")]
    [InlineData("deadline explain 15 --from 2026-13-01", "--from 不能是“2026-13-01”；应为：日期，如 2026-03-06")]
    [InlineData("deadline explain 15d --from 2026-03-06 --extend x", "--extend 不能是“x”；应为：整数")]
    [InlineData("case do pan-1 decide --fine viele", "--fine 不能是“viele”；应为：数，如 280000 或 0.5")]
    [InlineData("case do pan-1 decide --grade mild", "--grade 不能是“mild”；应为：Reduced (减轻)、Lighter (从轻)、Normal (一般)、Heavier (从重)")]
    public async Task Run_WrongCommandLine_SaysInChineseWhatIsExpected(string line, string fault)
    {
        _console.Variables["LANG"] = "zh_CN.UTF-8";
        Assert.Equal(ExitCode.Usage, await _console.RunAsync(line.Split(' ')));
        Assert.StartsWith(fault, _console.Error, StringComparison.Ordinal);
    }

    // 假期尚未公布的年份、没有的文件、写坏的文件：in the reader's language, with the place.
    [Theory]
    [InlineData("deadline explain 15wd --from 2999-12-20", "SUP1901: 日期 ")]
    [InlineData("task do t-1 record --file none.json", "SUP1051: 找不到文件“")]
    [InlineData("task do t-1 record --file broken.json", "无法读取 ")]
    [InlineData("task open gossip g-1 --subject s --item i --agency a --officer o", "没有任务来源“gossip”；可用：planDraw (随机抽取)、")]
    public async Task Run_WhatCannotBeRead_IsSaidInChinese(string line, string fault)
    {
        _console.Write("broken.json", "{ \"inspections\": [ {");
        await _console.RunAsync(["--lang", "zh-CN", .. line.Split(' ').Select(word => word.EndsWith(".json", StringComparison.Ordinal) ? _console.PathOf(word) : word)]);
        Assert.StartsWith(fault, _console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Could not", _console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("depth", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutArguments_ShowsTheHelp()
    {
        Assert.Equal(ExitCode.Ok, await _console.RunAsync());
        Assert.Contains("generate", _console.Out, StringComparison.Ordinal);
        Assert.Empty(_console.Error);
    }

    [Theory]
    [InlineData("en", "Usage:", "Example:")]
    [InlineData("zh-CN", "用法：", "示例：")]
    public async Task Help_EveryCommand_HasPurposeUsageAndExampleInBothLanguages(string language, string usage, string example)
    {
        foreach (var command in s_commands)
        {
            Assert.Equal(ExitCode.Ok, await _console.RunAsync([.. command.Split(' '), "--help", "--lang", language]));
            Assert.Contains($"{usage}\n  supervision {command} ", _console.Out, StringComparison.Ordinal);
            Assert.Contains(example, _console.Out, StringComparison.Ordinal);
            Assert.Contains("130", _console.Out, StringComparison.Ordinal);
            Assert.NotEqual('\n', _console.Out[0]);
        }
    }

    [Theory]
    [InlineData("LANG", "zh_CN.UTF-8", "用法：")]
    [InlineData("LC_ALL", "zh_TW", "用法：")]
    [InlineData("LANG", "de_DE.UTF-8", "Usage:")]
    [InlineData("LC_ALL", "C", "Usage:")]
    public async Task Help_Language_FollowsTheLocale(string variable, string value, string expected)
    {
        _console.Variables[variable] = value;

        await _console.RunAsync("--help");

        Assert.Contains(expected, _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Redirected_WritesNoEscapeCharacter()
    {
        foreach (var command in s_commands)
        {
            await _console.RunAsync([.. command.Split(' '), "--help"]);
            Assert.DoesNotContain('\u001b', _console.Out + _console.Error);
        }

        await _console.RunAsync("generate", "city", "--out", _console.PathOf("city"), "--subjects", "10", "--officers", "10");
        Assert.DoesNotContain('\u001b', _console.Out + _console.Error);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task Run_TerminalWithoutColour_WritesNoEscapeCharacter(string variable, string value)
    {
        _console.IsTerminal = true;
        _console.Variables[variable] = value;

        Assert.Equal(ExitCode.Ok, await _console.RunAsync(
            "generate", "city", "--out", _console.PathOf("city"), "--subjects", "10", "--officers", "10"));

        Assert.DoesNotContain('\u001b', _console.Out + _console.Error);
    }

    [Fact]
    public async Task Run_Json_IsOneObjectWithReadableChineseAndNoTalk()
    {
        var folder = _console.PathOf("城市");

        await _console.RunAsync("generate", "city", "--out", folder, "--subjects", "10", "--officers", "5", "--json", "--quiet");

        using var document = JsonDocument.Parse(_console.Out);
        Assert.Equal(10, document.RootElement.GetProperty("subjects").GetInt32());
        Assert.Contains("城市", _console.Out, StringComparison.Ordinal);
        Assert.Empty(_console.Error);
    }

    [Theory]
    [InlineData("bash", "complete -o default")]
    [InlineData("zsh", "#compdef supervision")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Completion_EachShell_PrintsAScriptThatAsksTheProgram(string shell, string expected)
    {
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("completion", shell));
        Assert.Contains(expected, _console.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", _console.Out, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Below(Command command, string path) => command.Subcommands
        .SelectMany(sub => Below(sub, $"{path}{sub.Name} ").Prepend(path + sub.Name));

    [Fact]
    public async Task Suggest_AfterANoun_NamesItsVerbs()
    {
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("[suggest:7]", "import "));
        Assert.Contains("subjects", _console.Out, StringComparison.Ordinal);
        Assert.Contains("officers", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnexpectedException_IsOneLineWithItsCode()
    {
        var file = _console.Write("s.csv", "id,kind,name,division\n1,enterprise,甲,330782\n");
        _console.Store.OnCommit = _ => throw new NotSupportedException("the disk\nis full of bees");

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "subjects", file));
        Assert.Equal(1, _console.Error.Count(c => c == '\n'));
        Assert.StartsWith("SUP9999", _console.Error, StringComparison.Ordinal);
        Assert.Contains("bees", _console.Error, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "subjects", file, "--verbose"));
        Assert.Contains(nameof(NotSupportedException), _console.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", _console.Error, StringComparison.Ordinal);
    }
}
