// The draw and the legal clock alone: no database, no container, no rule pack, one package.
// Your system has the list and the laws; this answers "whom?" and "by when?" so that anybody can check it.
using System.Security.Cryptography;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Sampling;
using Supervision.Time;

// 1. Your list, whatever it holds: an id, a cell (tier first) and whether it may be drawn.
(string Id, string Tier, bool Visited)[] lifts =
    [.. Enumerable.Range(1, 200).Select(number => ($"LIFT-{number:0000}", number % 20 == 0 ? "old" : "new", number % 33 == 0))];
var builder = new FrameBuilder();
foreach (var (id, tier, visited) in lifts)
{
    builder.Add(new FrameRecord(id, $"{tier}|330782", 1, visited ? FrameStatus.CoolDown : FrameStatus.Eligible));
}

Frame frame = builder.Build();

// 2. Announce before the beacon speaks, open after it: half of the old ones, one in twenty of the new ones.
byte[] secret = RandomNumberGenerator.GetBytes(Commitment.SecretSize);
Announcement announcement = Announcement.Create(new AnnouncementTerms
{
    Draw = new DrawNumber("330782", "lifts-2026", 1),
    FrameCount = frame.Count,
    FrameRoot = frame.Root(HashKind.Sha256),
    Method = new TierSrsMethod(new DrawRates([new DrawRate(500_000, "old"), new DrawRate(50_000, "new")])),
    Beacons = [new BeaconRound("sample", "none", 1)],
    Commitments = [Commitment.Of(HashKind.Sha256, secret)],
    SecretRule = "void",
});
byte[] beacon = RandomNumberGenerator.GetBytes(32);    // the published value of the round that was announced
DrawBundle bundle = DrawBundle.Run(announcement, frame, new DrawReveal([secret], [beacon]));
Console.WriteLine($"drawn: {string.Join(' ', bundle.Selection.SelectedIds)}");

// 3. The same reveal gives the same list, on any machine and in any language.
bool same = DrawBundle.Run(announcement, frame, new DrawReveal([secret], [beacon])).Selection.SelectedIds
    .SequenceEqual(bundle.Selection.SelectedIds);
Console.WriteLine($"repeatable: {same}");

// 4. The legal clock: seven working days over the National Day holidays of 2026, with the reason.
var clock = new LegalClock(WorkingCalendar.Shipped, PeriodConventions.Shipped);
Deadline deadline = clock.Due(
    new LegalPeriod(7, PeriodUnit.WorkingDay, new LegalBasis("示例规定", "第一条")), new DateOnly(2026, 9, 18));
Console.WriteLine($"due: {deadline.Due:yyyy-MM-dd}\n{deadline.Explanation}");

// 5. Nothing else came along.
string[] others =
[
    .. AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!)
        .Where(name => name.StartsWith("Microsoft.E", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)),
];
Console.WriteLine($"containers and databases loaded: {others.Length}");
return same && deadline.Due == new DateOnly(2026, 9, 29) && others.Length == 0 ? 0 : 1;
