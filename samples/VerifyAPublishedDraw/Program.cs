// A stranger's check of a published draw: no database, no account, no trust in who published it.
//
//     VerifyAPublishedDraw FOLDER [SUBJECT]        exit code 0: nothing wrong, 3: refused, 2: wrong command line
//
// It needs one package, Supervision.Core, and the public files. Read it from top to bottom: first everything that can be
// computed, then what no program can know, and last one subject for itself.

using System.Globalization;
using Supervision.Sampling;

if (args is not [var folder, ..] || args.Length > 2 || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: VerifyAPublishedDraw FOLDER [SUBJECT]");
    return 2;
}

CultureInfo language = CultureInfo.GetCultureInfo("en");

// 1. Everything again, from announcement, frame and reveal: root, seed, sizes, list, teams. The first failure is the cause.
VerificationReport report = BundleVerifier.Verify(Open);
foreach (VerificationCheck check in report.Checks)
{
    Console.WriteLine($"{check.Status,-8}  {check.Name,-24}  {check.Text.In(language)}");
}

if (report.Primary is { } primary)
{
    Console.WriteLine($"\nREFUSED because of {primary.Name}: {primary.Text.In(language)}");
    return 3;
}

// 2. What no file can prove about itself. Anybody can do these three with a browser.
Announcement announcement = Announcement.Parse(File.ReadAllBytes(Path.Combine(folder, BundleFile.Announcement))).OrThrow();
Console.WriteLine($"""

    {(report.IsPartial ? "NOTHING WRONG, but not everything is public." : "VERIFIED.")} Three things are left to you:

    1. Was it announced before the beacon, and only once? In the log of {announcement.Terms.Draw.Authority}, draw
       {announcement.Terms.Draw} must have the hash {announcement.Hash}
       and follow on {announcement.Terms.Previous}.
    2. Is the randomness the source's? Fetch and compare with "beacons" in {BundleFile.Reveal}:
    {string.Join('\n', announcement.Terms.Beacons.Select(beacon => $"       {beacon}"))}
    3. Is the frame the registry? {announcement.Terms.FrameCount} subjects; "counts" in {BundleFile.FrameSummary} has them by cell and status.
    """);

// 3. One subject: its row, its place in the tree, its own number and the published cut.
return args.Length == 1 ? 0 : Explain(args[1]);

int Explain(string id)
{
    if (!DrawBundle.Read(Open).TryGet(out DrawBundle? bundle, out var refusal))
    {
        Console.WriteLine($"\n{id}: {refusal.In(language)}");
        return 3;
    }

    FrameRecord? record = bundle.Frame.Records.FirstOrDefault(record => record.Id == id);
    if (record is null)
    {
        Console.WriteLine($"\n{id} was not in the drum.");
        return 3;
    }

    SubjectProof proof = SubjectProof.Of(bundle, id);
    Console.WriteLine($"""

        {id} stood in the drum in cell {record.Cell}, status {record.Status}, weight {record.Weight}, and was
        {(proof.IsDrawn == true ? "drawn" : "not drawn")}. It can prove that alone, with {proof.Entry.Proof.Path.Count} hashes instead of {bundle.Frame.Count} rows:
        """);
    VerificationReport own = proof.Verify();
    foreach (VerificationCheck check in own.Checks)
    {
        Console.WriteLine($"{check.Status,-8}  {check.Name}");
    }

    return own.Primary is null ? 0 : 3;
}

Stream? Open(string name) => File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null;
