using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Calendars;
using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Registry;

namespace Supervision.Hosts.Tests.Support;

/// <summary>Runs the console in process, in a folder of its own, against stores in memory or a real file.</summary>
internal sealed class ConsoleRun : IDisposable
{
    private static int s_folders;

    public ConsoleRun()
    {
        var name = $"supervision-hosts-{Environment.ProcessId}-{Interlocked.Increment(ref s_folders)}";
        Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), name)).FullName;
    }

    public string Folder { get; }

    public MemoryStore Store { get; } = new();

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["LANG"] = "en_US.UTF-8" };

    public bool IsTerminal { get; set; }

    /// <summary>Whether commands work on a real database file instead of the stores in memory.</summary>
    public bool OnSqlite { get; init; }

    /// <summary>What the commands take for now.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public CancellationToken Cancellation { get; set; } = CancellationToken.None;

    /// <summary>What the next command reads from its standard input.</summary>
    public string In { get; set; } = "";

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public async Task<ExitCode> RunAsync(params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var storage = new StorageChoice(
            (services, _) =>
            {
                services.AddSingleton<ISubjectStore>(Store);
                services.AddSingleton<IOfficerStore>(Store);
                services.AddSingleton<ICatalogStore>(Store);
                services.AddSingleton<ICalendarStore>(Store);
                services.AddSingleton<IUnitOfWork>(Store);
            },
            (_, _) =>
            {
                Store.Opened++;
                return Task.CompletedTask;
            },
            _ => true);
        var code = await Cli.RunAsync(
            args,
            new CliEnvironment(
                output, error, IsTerminal, IsTerminal, Variables.GetValueOrDefault, Time,
                OnSqlite ? StorageChoice.ByName : storage, In: new StringReader(In)),
            Cancellation);
        Out = output.ToString();
        Error = error.ToString();
        return (ExitCode)code;
    }

    /// <summary>Runs a command that succeeds.</summary>
    public async Task OkAsync(params string[] args)
    {
        var code = await RunAsync(args);
        Assert.True(code == ExitCode.Ok, $"{string.Join(' ', args)}\n{code}\n{Error}\n{Out}");
    }

    /// <summary>Imports a register: catalogue.json, officers.csv and subjects.csv of a folder; those of the walk, put into the own folder, unless told otherwise.</summary>
    public async Task ImportAsync(string database, string? folder = null)
    {
        foreach (var (noun, file) in ((string, string)[])[("items", "catalogue.json"), ("officers", "officers.csv"), ("subjects", "subjects.csv")])
        {
            await OkAsync("import", noun, folder is null ? WalkData.CopyTo(Folder, file) : Path.Combine(folder, file), "--db", PathOf(database));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
