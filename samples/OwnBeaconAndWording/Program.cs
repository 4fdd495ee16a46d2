// A source of chance and a wording of documents of your own take the place of ours. No database, no container: both are pure.
using System.Security.Cryptography;
using System.Text;
using OwnBeaconAndWording;
using Supervision.Documents;
using Supervision.Hashing;
using Supervision.Sampling;

// 1. Your beacon: named before it speaks, read from its record afterwards.
var round = ExchangeBeacon.On(new DateOnly(2026, 3, 2));
var beacon = new ExchangeBeacon();
var frame = new FrameBuilder().Add(new FrameRecord("P-1", "A|330782", 1, FrameStatus.Eligible)).Add(new FrameRecord("P-2", "A|330782", 1, FrameStatus.Eligible)).Build();
byte[] secret = RandomNumberGenerator.GetBytes(Commitment.SecretSize);
var announcement = Announcement.Create(new AnnouncementTerms
{
    Draw = new DrawNumber("330782", "kitchens-2026", 1), FrameCount = frame.Count, FrameRoot = frame.Root(HashKind.Sha256),
    Method = new TierSrsMethod(new DrawRates([new DrawRate(500_000, "A")])), Beacons = [round],
    Commitments = [Commitment.Of(HashKind.Sha256, secret)], SecretRule = "void",
});
var wrongDay = beacon.Read(round, Encoding.UTF8.GetBytes("2026-03-03 3361.02 10498.77"));
var value = beacon.Read(round, Encoding.UTF8.GetBytes("2026-03-02 3358.47 10521.26")).OrThrow();
var bundle = DrawBundle.Run(announcement, frame, new DrawReveal([secret], [value.Bytes]));
Console.WriteLine($"beacon due {beacon.DueAt(round):yyyy-MM-dd HH:mm}; drawn: {string.Join(' ', bundle.Selection.SelectedIds)}; the next day's record: {wrongDay.Refusal?.Code}");

// 2. Your wording: the party reads it in clear, the public without the name. With a container, register the set before AddSupervision.
var templates = OwnTemplates.Read(Path.Combine(AppContext.BaseDirectory, "order-to-correct.json"));
var folder = Directory.CreateTempSubdirectory("own-wording-").FullName;
var orders = Enum.GetValues<DocumentAudience>().Select(audience => OwnTemplates.Order(templates, audience)).ToList();
foreach (var (index, order) in orders.Index())
{
    File.WriteAllText(Path.Combine(folder, $"order-{index}.html"), order);
}

Console.WriteLine($"the order for the party and for the public: {folder}");
return wrongDay.Refusal?.Code == "SUP4242" && bundle.Selection.SelectedIds.Count() == 1
    && orders[0].Contains("张三", StringComparison.Ordinal) && !orders[1].Contains("张三", StringComparison.Ordinal) ? 0 : 1;
