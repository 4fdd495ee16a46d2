using System.Diagnostics;
using CsvHelper;

namespace Supervision.Hosts.Tests.Import;

/// <summary>
/// Not a test of right or wrong: run it by hand (-explicit only, Release) to see how much reading, mapping and
/// validating cost over a plain read of the same file. SUPERVISION_CITY names a subjects.csv.
/// </summary>
public sealed class ReadSpeed
{
    [Fact(Explicit = true)]
    public void ReadMapValidate_AgainstAPlainRead()
    {
        var file = Environment.GetEnvironmentVariable("SUPERVISION_CITY") ?? "subjects.csv";
        for (var round = 0; round < 3; round++)
        {
            var plain = Measure(() =>
            {
                var rows = 0;
                using var reader = CsvReader.FromFile(file);
                while (reader.Read())
                {
                    for (var i = 0; i < reader.FieldCount; i++)
                    {
                        _ = reader.GetString(i);
                    }

                    rows++;
                }

                return rows;
            });
            var own = Measure(() =>
            {
                using var reader = SubjectReader.Open(file, mapping: null);
                return reader.Rows().Count(row => row.Reject is null && row.Value!.Check() is null);
            });
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"plain {plain.PerSecond:N0} rows/s, read+map+validate {own.PerSecond:N0} rows/s ({own.Rows:N0} rows, CPU), "
                + $"ratio {own.Seconds / plain.Seconds:F2}");
        }
    }

    // CPU time, because the machine may be shared.
    private static (int Rows, double Seconds, double PerSecond) Measure(Func<int> body)
    {
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var rows = body();
        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        return (rows, seconds, rows / seconds);
    }
}
