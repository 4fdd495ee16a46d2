// Sampling and scoring without a database: draw from a frame, check the draw as a stranger would, score a subject.
using System.Security.Cryptography;
using Supervision.Credit;
using Supervision.Hashing;
using Supervision.Rules.Credit;
using Supervision.Rules.Packs;
using Supervision.Sampling;

// 1. Who could be inspected: id, cell (tier first), weight, and why not if not. Excluded subjects stay in the frame.
var builder = new FrameBuilder();
for (var i = 0; i < 40; i++)
{
    var tier = i % 10 == 0 ? "D" : i % 3 == 0 ? "C" : "A";
    builder.Add(new FrameRecord($"SHOP-{i:000}", $"{tier}|330782", 1, i == 7 ? FrameStatus.CoolDown : FrameStatus.Eligible));
}

var frame = builder.Build();

// 2. Announce: ratios, the frame's root, a commitment to a secret, and a beacon round that has no value yet.
var secret = RandomNumberGenerator.GetBytes(Commitment.SecretSize);
var announcement = Announcement.Create(new AnnouncementTerms
{
    Draw = new DrawNumber("330782", "sample-2026", 1),
    FrameCount = frame.Count,
    FrameRoot = frame.Root(HashKind.Sha256),
    Method = new TierSrsMethod(new DrawRates([new DrawRate(50_000, "A"), new DrawRate(300_000, "C"), new DrawRate(1_000_000, "D")])),
    Beacons = [new BeaconRound("sample", "none", 1)],
    Commitments = [Commitment.Of(HashKind.Sha256, secret)],
    SecretRule = "void",
});

// 3. Once the beacon has spoken, open the secret and draw. Publish the files.
var beacon = RandomNumberGenerator.GetBytes(32);
var bundle = DrawBundle.Run(announcement, frame, new DrawReveal([secret], [beacon]));
var files = new Dictionary<string, MemoryStream>();
bundle.Write(name => files[name] = new MemoryStream());
Console.WriteLine($"drawn: {string.Join(' ', bundle.Selection.SelectedIds)}");

// 4. Anybody recomputes it from the files alone.
var report = BundleVerifier.Verify(name => files.TryGetValue(name, out var file) ? new MemoryStream(file.ToArray()) : null);
Console.WriteLine($"verified: {report.IsVerified}");

// 5. Score a subject by a rule pack: 33 points are two full twelves.
var packs = new RulePackRegistry(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "rulepacks"))
    .Select(file => RulePackLoader.LoadForPublication(Path.GetFileName(file), File.ReadAllBytes(file))));
var policy = new CreditPolicy(packs, packs.PolicyFor(RulePackPurpose.Credit));
var day = new DateOnly(2026, 3, 2);
var faults = new[] { OffenceSeverity.Serious, OffenceSeverity.Heavier, OffenceSeverity.Heavier, OffenceSeverity.Heavier, OffenceSeverity.Ordinary };
var decision = policy.Evaluate(
    new CreditHistory("SHOP-003", [new CreditEvent("N-1", "SHOP-003", CreditEventKind.PointNoticeServed, day, 1,
        [.. faults.Select((severity, i) => new CreditFault($"fault-{i + 1}", severity))])]),
    day);
Console.WriteLine(decision.Explanation);
return report.IsVerified && decision.CompositeScore == 96m ? 0 : 1;
