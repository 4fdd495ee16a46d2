using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

public sealed class DeadlineExplainTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    // Goal: the unit of a bare number is the law's own: seven are working days, fifteen are not.
    [Theory]
    [InlineData("7", "2026-06-04", "\"due\": \"2026-06-15\"")]
    [InlineData("15", "2026-06-05", "\"due\": \"2026-06-22\"")]
    [InlineData("15wd", "2026-02-09", "\"due\": \"2026-03-06\"")]
    public async Task Explain_ALength_GivesTheDueDate(string length, string from, string due)
    {
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("deadline", "explain", length, "--from", from, "--json"));
        Assert.Contains(due, _console.Out, StringComparison.Ordinal);
        Assert.Equal(0, _console.Store.Opened);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7x")]
    [InlineData("wd")]
    [InlineData("99999")]
    public async Task Explain_NoLength_IsUsage(string length)
    {
        Assert.Equal(ExitCode.Usage, await _console.RunAsync("deadline", "explain", length, "--from", "2026-06-04"));
        Assert.Contains(length, _console.Error, StringComparison.Ordinal);
    }

    // Goal: a year that nobody has announced is an error with its code, not a guess.
    [Fact]
    public async Task Explain_IntoAnUnpublishedYear_Fails()
    {
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("deadline", "explain", "7", "--from", "2026-12-28"));
        Assert.StartsWith("SUP1901", _console.Error, StringComparison.Ordinal);
    }
}
