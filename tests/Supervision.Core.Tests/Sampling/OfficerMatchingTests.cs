using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class OfficerMatchingTests
{
    private static readonly Gen<Instance> s_instances =
        from officerCount in Gen.Choose(0, 7)
        from taskCount in Gen.Choose(0, 9)
        from departments in Gen.Elements("D0", "D1").ArrayOf(officerCount + taskCount)
        from loads in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 3))).ArrayOf(officerCount)
        from skills in Gen.Elements<string[]>([], ["a"], ["b"], ["a", "b"]).ArrayOf(officerCount)
        from items in Gen.Elements("a", "b").ArrayOf(taskCount)
        from recusals in Gen.Choose(0, 4).ArrayOf(officerCount * taskCount)
        from cap in Gen.Choose(1, 4)
        from seed in Gen.Choose(0, 1_000_000)
        select new Instance(
            [.. Enumerable.Range(0, officerCount).Select(o => new MatchOfficer($"O{o}", departments[o], skills[o], loads[o]))],
            [.. Enumerable.Range(0, taskCount).Select(t => new MatchTask($"T{t}", departments[officerCount + t], items[t]))],
            [
                .. Enumerable.Range(0, officerCount * taskCount).Where(pair => recusals[pair] == 0)
                    .Select(pair => new MatchRecusal($"O{pair / taskCount}", $"T{pair % taskCount}")),
            ],
            cap,
            Hash.Of(HashKind.Sha256, BitConverter.GetBytes(seed)));

    // Goal: every team is lawful and no matching fills more slots. Method: 2,000 small instances, many of them
    // infeasible, against the constraints and an independent maximum flow.
    [Fact]
    public void Match_RandomInstances_AreLawfulAndMaximal() =>
        Prop.ForAll(s_instances.ToArbitrary(), instance =>
        {
            var matching = instance.Match();
            var officers = instance.Officers.ToDictionary(officer => officer.Id);
            var load = instance.Officers.ToDictionary(officer => officer.Id, officer => officer.Load);
            Assert.Equal(instance.Tasks.Select(task => task.Id), matching.Teams.Select(team => team.TaskId));
            foreach (var (team, task) in matching.Teams.Zip(instance.Tasks))
            {
                Assert.Distinct(team.Officers);
                Assert.All(team.Officers, id => Assert.Equal(task.Department, officers[id].Department));
                Assert.All(team.Officers, id => Assert.DoesNotContain(new MatchRecusal(id, task.Id), instance.Recusals));
                Assert.True(team.Officers.Count(id => !officers[id].Items.Contains(task.Item)) <= 1);
                Assert.True(team.Officers.Count < 2 || officers[team.Officers[0]].Items.Contains(task.Item));
                Assert.Equal(2 - team.Officers.Count, matching.Unassigned.Count(id => id == task.Id));
                team.Officers.ToList().ForEach(id => load[id]++);
            }

            Assert.All(instance.Officers, officer => Assert.True(load[officer.Id] <= Math.Max(instance.Cap, officer.Load)));
            Assert.Equal(instance.MaximumFlow(), matching.Teams.Sum(team => team.Officers.Count));
            Assert.True(matching.GreedyShort >= matching.Unassigned.Count);
            Assert.Equal(matching.Unassigned.Count == 0, matching.Infeasible.Count == 0);
            Assert.Equal(matching.Infeasible.Order(StringComparer.Ordinal), matching.Infeasible);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Match_InputInAnyOrder_IsTheSame() =>
        Prop.ForAll(s_instances.ToArbitrary(), instance =>
        {
            var reversed = new Instance(
                [.. instance.Officers.Reverse()], [.. instance.Tasks.Reverse()], [.. instance.Recusals.Reverse()], instance.Cap, instance.Seed);
            var (one, two) = (instance.Match(), reversed.Match());
            Assert.Equal(one.Teams.Select(Line), two.Teams.Select(Line));
            Assert.Equal(one.Infeasible, two.Infeasible);
        }).QuickCheckThrowOnFailure();

    // Goal: the certificate proves itself. Method: from roster, tasks and recusals alone, places that only the named officers
    // could fill are counted and set against their room; the difference is exactly what stays empty, so nothing could fill it.
    [Fact]
    public void Shortages_RandomInstances_AreHallViolatorsThatAddUpToTheEmptySlots() =>
        Prop.ForAll(s_instances.ToArbitrary(), instance =>
        {
            var matching = instance.Match();
            var shortages = OfficerMatching.Shortages(instance.Officers, instance.Tasks, instance.Recusals, instance.Cap, matching);
            Assert.Equal(matching.Unassigned.Count, shortages.Sum(shortage => shortage.Missing));
            Assert.Distinct(shortages.SelectMany(shortage => shortage.TaskIds));
            Assert.Distinct(shortages.SelectMany(shortage => shortage.OfficerIds));
            foreach (var shortage in shortages)
            {
                Assert.Equal(matching.Unassigned.Count(shortage.TaskIds.Contains), shortage.Missing);
                Assert.True(shortage.Missing > 0);
                Assert.Equal(instance.Officers.Where(o => shortage.OfficerIds.Contains(o.Id)).Sum(o => Math.Max(0, instance.Cap - o.Load)), shortage.Room);
                Assert.Equal(instance.Tasks.Where(t => shortage.TaskIds.Contains(t.Id)).Sum(t => 2 - instance.ByOthers(t, shortage.OfficerIds)), shortage.Needed);
                Assert.Contains(shortage.Department, shortage.Text.In(CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void SmallestCap_RandomInstances_IsTheFirstThatFillsAsMuchAsAny() =>
        Prop.ForAll(s_instances.ToArbitrary(), instance =>
        {
            var found = OfficerMatching.SmallestCap(instance.Officers, instance.Tasks, instance.Recusals);
            var empty = Enumerable.Range(1, 20).Select(cap => (instance with { Cap = cap }).Match().Unassigned.Count).ToArray();
            Assert.Equal(new MatchCap(1 + Array.IndexOf(empty, empty[^1]), empty[^1]), found);
        }).QuickCheckThrowOnFailure();

    // Goal: officers alike in department, qualification and load are exchangeable. Method: 2,000 seeds, 20 alike officers, 7
    // tasks; tasks of each officer against the mean, χ² with 19 degrees of freedom (limit 43.8 at 0.1 %), scaled by the
    // variance of a draw without replacement. The planted bias takes the better of two seeds for officer O00.
    [Fact]
    public void Match_LikeOfficers_AreExchangeable_AndAPlantedBiasIsCaught()
    {
        Assert.True(ChiSquare(grind: false) < 43.8);
        Assert.True(ChiSquare(grind: true) > 43.8);
    }

    private static double ChiSquare(bool grind)
    {
        var officers = Enumerable.Range(0, 20).Select(o => new MatchOfficer($"O{o:D2}", "D", ["a"], 0)).ToArray();
        var tasks = Enumerable.Range(0, 7).Select(t => new MatchTask($"T{t}", "D", "a")).ToArray();
        var served = officers.ToDictionary(officer => officer.Id, _ => 0);
        for (var seed = 0; seed < 2_000; seed++)
        {
            var team = Served(2 * seed);
            if (grind && team.Contains("O00"))
            {
                team = Served((2 * seed) + 1);
            }

            team.ForEach(id => served[id]++);
        }

        // 14 of 20 officers serve once: each with p = 0.7.
        var mean = 2_000 * 14 / 20.0;
        return served.Values.Sum(count => (count - mean) * (count - mean)) / (2_000 * 0.7 * 0.3) * 19 / 20;

        List<string> Served(int seed) =>
        [
            .. OfficerMatching.Match(HashKind.Sha256, Hash.Of(HashKind.Sha256, BitConverter.GetBytes(seed)), officers, tasks, [], 5)
                .Teams.SelectMany(team => team.Officers),
        ];
    }

    [Theory]
    [InlineData("O/1", "O2", "T1", 0, 1, "SUP4041")]
    [InlineData("O1", "O1", "T1", 0, 1, "SUP4042")]
    [InlineData("O1", "O2", "T9", 0, 1, "SUP4043")]
    [InlineData("O1", "O2", "T1", 65_536, 1, "SUP4045")]
    [InlineData("O1", "O2", "T1", 0, 0, "SUP4046")]
    public void Match_WrongInput_IsNamed(string one, string two, string recusedTask, int load, int cap, string code)
    {
        var fault = Assert.Throws<ArgumentException>(() => OfficerMatching.Match(
            HashKind.Sha256,
            default,
            [new MatchOfficer(one, "D", [], load), new MatchOfficer(two, "D", [], 0)],
            [new MatchTask("T1", "D", "a")],
            [new MatchRecusal("O2", recusedTask)],
            cap));
        Assert.StartsWith(code, fault.Message, StringComparison.Ordinal);
    }

    // Size of a large city. About 2 s in Release; the bound only catches a change of complexity on a busy machine.
    [Fact]
    public void Match_LargeInstance_FillsEverySlotInTime()
    {
        var officers = Enumerable.Range(0, 5_166).Select(o => new MatchOfficer(
            $"GA{o:D5}", $"D{o * 7919 % 5_166 * 60 / 5_166}", [.. Enumerable.Range(0, 12).Where(i => (o + (i * 7)) % 10 < 3).Select(i => $"I{i}")], 0)).ToArray();
        var tasks = Enumerable.Range(0, 30_900).Select(t => new MatchTask($"T{t:D6}", $"D{t % 60}", $"I{t / 60 % 12}")).ToArray();
        var watch = Stopwatch.StartNew();
        var matching = OfficerMatching.Match(HashKind.Sha256, Hash.Of(HashKind.Sha256, "city"u8), officers, tasks, [], 13);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms, greedy short {matching.GreedyShort}");
        Assert.Empty(matching.Unassigned);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    private static string Line(MatchTeam team) => $"{team.TaskId}: {string.Join(' ', team.Officers)}";

    internal sealed record Instance(
        MatchOfficer[] Officers, MatchTask[] Tasks, MatchRecusal[] Recusals, int Cap, Digest Seed)
    {
        public Matching Match() => OfficerMatching.Match(HashKind.Sha256, Seed, Officers, Tasks, Recusals, Cap);

        /// <summary>
        /// source →(cap − load) officer →(1) Q or B of a task; B →(1) T; Q →(2) T; T →(2) sink. Edmonds–Karp.
        /// </summary>
        public int MaximumFlow()
        {
            var (officers, tasks) = (Officers.Length, Tasks.Length);
            var sink = 1 + officers + (3 * tasks);
            var capacity = new int[sink + 1, sink + 1];
            for (var o = 0; o < officers; o++)
            {
                capacity[0, 1 + o] = Math.Max(0, Cap - Officers[o].Load);
                for (var t = 0; t < tasks; t++)
                {
                    if (Officers[o].Department == Tasks[t].Department && !Recusals.Contains(new(Officers[o].Id, Tasks[t].Id)))
                    {
                        capacity[1 + o, 1 + officers + (3 * t) + (Officers[o].Items.Contains(Tasks[t].Item) ? 0 : 1)] = 1;
                    }
                }
            }

            for (var t = 0; t < tasks; t++)
            {
                var q = 1 + officers + (3 * t);
                (capacity[q, q + 2], capacity[q + 1, q + 2], capacity[q + 2, sink]) = (2, 1, 2);
            }

            var flow = 0;
            while (ShortestPath() is { } from)
            {
                for (var node = sink; node != 0; node = from[node])
                {
                    capacity[from[node], node]--;
                    capacity[node, from[node]]++;
                }

                flow++;
            }

            return flow;

            int[]? ShortestPath()
            {
                var from = new int[sink + 1];
                Array.Fill(from, -1);
                var queue = new Queue<int>([0]);
                while (queue.TryDequeue(out var node))
                {
                    for (var next = 1; next <= sink; next++)
                    {
                        if (capacity[node, next] > 0 && from[next] < 0)
                        {
                            from[next] = node;
                            queue.Enqueue(next);
                        }
                    }
                }

                return from[sink] < 0 ? null : from;
            }
        }

        /// <summary>Places of a task that officers other than these could fill at most, by the rules of a team alone.</summary>
        public int ByOthers(MatchTask task, IReadOnlyList<string> without)
        {
            var others = Officers.Where(o => o.Department == task.Department
                && !without.Contains(o.Id)
                && !Recusals.Contains(new(o.Id, task.Id))).ToArray();
            var qualified = others.Count(o => o.Items.Contains(task.Item));
            return Math.Min(2, qualified + Math.Min(1, others.Length - qualified));
        }
    }
}
