using System.Globalization;
using BenchmarkDotNet.Running;
using Supervision.Benchmarks.City;
using Supervision.Benchmarks.Comparison;
using Supervision.Benchmarks.Indicators;
using Supervision.Benchmarks.Rules;
using Supervision.Benchmarks.Sampling;
using Supervision.Benchmarks.Storage;

// "city" measures the whole job on a million subjects, each command a process of its own, "growth" the same on cities of several
// sizes, "pushdown" a draw by SQL on what that left; "rules" measures decisions like
// benchmarks/peers/rules; "feel" measures expressions, "ledger" ledgers, "rescore" a population under two versions; "table"
// measures the draw against its targets, "storage" durable commands on SQLite or a PostgreSQL database, "names" the search by a part of
// a name, "indicators" the figures of a city's year, "compare" three lists of shops; anything else is for BenchmarkDotNet.
if (args is ["city", ..])
{
    return CityRun.Run(args[1..]);
}

if (args is ["pushdown", var pushed])
{
    return await PushDownRun.RunAsync(pushed);
}

if (args is ["growth", ..])
{
    return GrowthRun.Run(args[1..]);
}

if (args is ["rules"])
{
    return RulesRun.Run();
}

if (args is ["feel"])
{
    return FeelRates.Run();
}

if (args is ["ledger", ..])
{
    return LedgerRates.Run(args[1..]);
}

if (args is ["rescore", ..])
{
    return RescoreRun.Run(args is [_, var subjects] ? int.Parse(subjects, CultureInfo.InvariantCulture) : 1_000_000);
}

if (args is ["table"])
{
    return DrawTable.Run();
}

if (args is ["names", _, ..])
{
    return await NameRates.RunAsync(args[1..]);
}

if (args is ["indicators", _, _, ..])
{
    return await IndicatorRates.RunAsync(args[1..]);
}

if (args is ["compare", _, ..])
{
    return CompareRun.Run(args[1..]);
}

if (args is ["storage", ..])
{
    return await StorageRates.RunAsync(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
