using System.ComponentModel;
using System.Diagnostics;

namespace Supervision.Documents.Tests;

/// <summary>Programs of poppler-utils and qpdf, which read the PDF with other eyes than ours.</summary>
internal static class Tool
{
    /// <summary>Runs a program over a PDF and gives what it prints; the exit code must be 0.</summary>
    public static string Run(byte[] pdf, string program, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"supervision-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program, [.. arguments.Select(argument => argument == "FILE" ? file : argument)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, text + error.Result);
            return text;
        }
        catch (Win32Exception)
        {
            Absent($"{program} ABSENT: install the packages poppler-utils and qpdf.");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static void Absent(string text)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Fail(text);
        }

        Assert.Skip(text);
    }
}
