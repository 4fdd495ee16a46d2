using System.Diagnostics;
using System.Globalization;

namespace Supervision.Benchmarks.City;

/// <summary>Runs the console as its user does and watches its memory.</summary>
internal sealed class ConsoleProcess(string dll, string folder)
{
    private readonly string _dll = Path.GetFullPath(dll);

    public string Folder => folder;

    public Step Run(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(_dll);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, HighWater(process.Id));
        }

        clock.Stop();
        if (process.ExitCode != 0)
        {
            System.Console.Error.WriteLine($"{name}: {output.Result}{errors.Result}");
        }

        return new Step(name, clock.Elapsed.TotalSeconds, peak / 1024, process.ExitCode);
    }

    // VmHWM is the kernel's own high-water mark, so a poll now and then misses at most the last moment.
    private static long HighWater(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..^2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
