using System.Globalization;
using System.Runtime.CompilerServices;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs;
using Supervision.Rules.Policies;

namespace Supervision.Benchmarks.Rules;

/// <summary>
/// Ledgers: events posted and subjects decided a CPU-second, median of five, one core; bytes that an account keeps for an event.
/// </summary>
internal static class LedgerRates
{
    private const int Subjects = 20_000;
    private const int Rounds = 5;

    private static readonly DateOnly s_asOf = new(2026, 6, 30);

    public static int Run(string[] args)
    {
        var pack = LedgerPack.Load(keyed: args is [var keyed] ? keyed : "worth(event.severity)");
        var timeline = new PackTimeline(pack.Ledgers);
        SubjectHistory[] histories = [.. Enumerable.Range(0, Subjects).Select(LedgerPack.History)];
        long wanted = histories.Sum(history => LedgerRun.Read(history, timeline, s_asOf, DateOnly.MaxValue).Lines.Count);
        Measure("ledger, events folded", LedgerPack.EventsOfASubject, at =>
            LedgerRun.Read(histories[at], timeline, s_asOf, DateOnly.MaxValue).Lines.Count, wanted);
        var policy = new SubjectPolicy(new RulePackRegistry([pack]), "bench");
        Measure("subjects decided, three tables", 1, at => policy.Decide(histories[at], s_asOf).Lines.Count, wanted);
        Measure("ledger, events posted one by one and decided at the end", LedgerPack.EventsOfASubject, at =>
        {
            var account = policy.Open(histories[at] with { Events = [] }, s_asOf);
            foreach (var happened in histories[at].Events)
            {
                account.Post(happened);
            }

            return account.Decide(s_asOf).Lines.Count;
        }, wanted);
        Memory(policy, histories, rests: false);
        Memory(policy, histories, rests: true);
        return 0;
    }

    private static void Measure(string name, int perSubject, Func<int, long> subject, long wanted)
    {
        var rate = perSubject * CpuRate.Median(name, Rounds * Subjects, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (count) =>
        {
            var sum = 0L;
            for (var at = 0; at < count; at++)
            {
                sum += subject(at % Subjects);
            }

            return sum;
        }, Rounds * wanted);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate,14:N0}  {name}"));
    }

    // What an account holds after its events were folded, without the events themselves, which the caller has.
    private static void Memory(SubjectPolicy policy, SubjectHistory[] histories, bool rests)
    {
        var accounts = new SubjectAccount[Subjects];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var at = 0; at < Subjects; at++)
        {
            accounts[at] = policy.Open(histories[at], s_asOf);
            accounts[at].Decide(new DateOnly(2025, 12, 31));
            if (rests)
            {
                accounts[at].Rest();
            }
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(accounts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(Subjects * LedgerPack.EventsOfASubject),14:N0}  bytes an event in accounts {(rests ? "at rest" : "as folded")}"));
    }
}
