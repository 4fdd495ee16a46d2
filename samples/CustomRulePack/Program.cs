// Rules of your own: a pack in YAML, its examples as test cases, and one subject judged before and after a change of the law.
using Supervision.Credit;
using Supervision.Rules.Credit;
using Supervision.Rules.Packs;
using Supervision.Testing;

// 1. The examples that the author wrote into the pack. In xUnit the same rows feed a theory:
//        public static IEnumerable<object[]> Examples => PackExamples.In(AppContext.BaseDirectory);
//        [Theory, MemberData(nameof(Examples))]
//        public void Pack_Example_ComesOutAsWritten(string file, string example) => PackExamples.Check(file, example);
foreach (var row in PackExamples.In(AppContext.BaseDirectory))
{
    PackExamples.Check((string)row[0], (string)row[1]);
    Console.WriteLine($"as written: {row[1]}");
}

// 2. The same pack as a policy. LoadForPublication also refuses what a pack may not leave open.
var packs = new RulePackRegistry(Directory.GetFiles(AppContext.BaseDirectory, "*.yaml")
    .Select(file => RulePackLoader.LoadForPublication(Path.GetFileName(file), File.ReadAllBytes(file))));
var policy = new CreditPolicy(packs, packs.PolicyFor(RulePackPurpose.Credit));

// 3. Ten points, before and after 1 January 2027: no code differs, only the date.
var before = Judge(new DateOnly(2026, 12, 31));
var after = Judge(new DateOnly(2027, 1, 1));
Console.WriteLine($"{before.CompositeScore} {before.Grade} -> {after.CompositeScore} {after.Grade}\n{after.Explanation}");

// 4. Neither a container nor a database came along.
string[] others =
[
    .. AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!)
        .Where(name => name.StartsWith("Microsoft.E", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)),
];
Console.WriteLine($"containers and databases loaded: {others.Length}");
return (before.CompositeScore, after.CompositeScore, others.Length) == (100m, 98m, 0) ? 0 : 1;

CreditDecision Judge(DateOnly day)
{
    CreditFault[] faults =
    [
        new CreditFault("a", OffenceSeverity.Heavier), new CreditFault("b", OffenceSeverity.Ordinary), new CreditFault("c", OffenceSeverity.Slight),
    ];
    return policy.Evaluate(
        new CreditHistory("BERTH-7", [new CreditEvent("N-1", "BERTH-7", CreditEventKind.PointNoticeServed, day, 1, faults)]), day);
}
