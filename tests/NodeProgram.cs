using System.Diagnostics;

namespace Supervision.Tests;

/// <summary>
/// Runs the JavaScript verifier with node. Without node a test is skipped, except in CI, where its absence is a failure.
/// </summary>
internal static class NodeProgram
{
    /// <summary>Runs node in the folder of Supervision.sln and gives exit code and standard output.</summary>
    public static (int ExitCode, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = SharedData.InRepository(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string Text = "NODE ABSENT: the JavaScript verifier was not tested; install node 20 or later.";
            if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            {
                Assert.Fail(Text);
            }

            Assert.Skip(Text);
            throw;
        }
    }
}
