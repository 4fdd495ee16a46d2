using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

/// <summary>One walk on the built-in subjects, shared by the tests that look at what it left.</summary>
public sealed class WalkFixture : IAsyncLifetime
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public string Folder => _console.PathOf("walk");

    public string Json { get; private set; } = "";

    /// <summary>The public files of the first random draw with its matching.</summary>
    public string Bundle => Path.Combine(Folder, "market-2026-1");

    public async ValueTask InitializeAsync()
    {
        var code = await _console.RunAsync("walk", "--out", Folder, "--seed", "lantern", "--json");
        Assert.True(code == ExitCode.Ok, _console.Error + _console.Out);
        Json = _console.Out;
    }

    public ValueTask DisposeAsync()
    {
        _console.Dispose();
        return ValueTask.CompletedTask;
    }
}
