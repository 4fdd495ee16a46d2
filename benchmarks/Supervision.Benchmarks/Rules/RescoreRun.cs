using System.Diagnostics;
using System.Globalization;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;

namespace Supervision.Benchmarks.Rules;

/// <summary>A population under two versions of a policy with three tables each, compared: one thread, histories made on the way.</summary>
internal static class RescoreRun
{
    public static int Run(int subjects)
    {
        RulePack[] packs = [LedgerPack.Load(), LedgerPack.Load(isSecond: true)];
        PackTimeline[] timelines = [.. packs.Select(pack => new PackTimeline(pack.Ledgers))];
        var asOf = new DateOnly(2026, 6, 30);
        One(0);
        GC.Collect();
        var (cpu, watch, changed, made) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), 0, 0);
        for (var subject = 0; subject < subjects; subject++)
        {
            changed += One(subject);
        }

        var spent = Environment.CpuUsage.TotalTime - cpu;
        cpu = Environment.CpuUsage.TotalTime;
        for (var subject = 0; subject < subjects; subject++)
        {
            made += LedgerPack.History(subject).Events.Count;
        }

        var making = Environment.CpuUsage.TotalTime - cpu;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{subjects:N0} subjects, {made:N0} events, two versions: {spent.TotalSeconds:0.0} s CPU ({making.TotalSeconds:0.0} of it to make the events), {watch.Elapsed.TotalSeconds:0.0} s wall with that again, {changed:N0} change; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return changed is > 0 && changed < subjects ? 0 : 1;

        int One(int subject)
        {
            var history = LedgerPack.History(subject);
            var before = Of(0, history);
            var after = Of(1, history);
            return before.Value("grade") == after.Value("grade") && before.Value("visits") == after.Value("visits")
                && before.Value("notice") == after.Value("notice") ? 0 : 1;
        }

        PackOutcome Of(int version, SubjectHistory history) =>
            PackEvaluation.Of(packs[version], LedgerRun.Read(history, timelines[version], asOf, DateOnly.MaxValue), asOf);
    }
}
