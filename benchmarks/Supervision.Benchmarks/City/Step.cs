namespace Supervision.Benchmarks.City;

/// <summary>One measured step.</summary>
internal sealed record Step(string Name, double Seconds, long PeakMegabytes, int ExitCode);
