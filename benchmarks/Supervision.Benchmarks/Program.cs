using BenchmarkDotNet.Running;
using Supervision.Benchmarks.City;

// "city" measures the whole job on a million subjects, each command a process of its own; anything else is for BenchmarkDotNet.
if (args is ["city", ..])
{
    return CityRun.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
