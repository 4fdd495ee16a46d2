using Supervision.Hashing;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

/// <summary>
/// Goal: nothing in a published bundle can change unseen. Method: one flipped bit in each file at places that a hash chooses. What the authority
/// only states (reason, approver, time and evidence of a reserve) is bound by nothing but its own publication.
/// </summary>
public sealed class FlippedBitTests
{
    private const int BitsPerFile = 24;

    [Fact]
    public void Verify_OpenDrawWithMatching_NamesEveryFlippedBit() => Flip(Samples.Files(Samples.DrawAndMatch()));

    [Fact]
    public void Verify_SealedDrawThatWasOpened_NamesEveryFlippedBit()
    {
        var frame = Vector.Build(Samples.Records);
        var terms = Samples.Terms(frame) with { SealedSecret = 1, Method = new ParetoMethod(17) };
        Flip(Samples.Files(DrawBundle.Run(Announcement.Create(terms), frame, Samples.Reveal)));
    }

    [Fact]
    public void Verify_SaltedFrameForTheAuditor_NamesEveryFlippedBit()
    {
        var frame = Vector.Build(Samples.Records).Salted(Samples.Bytes(7, 32));
        var terms = Samples.Terms(frame) with { IsSalted = true, Method = new RotationMethod { NPerCell = 2 } };
        var streams = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        DrawBundle.Run(Announcement.Create(terms), frame, Samples.Reveal).Write(name => streams[name] = new MemoryStream(), BundleForm.Auditor);
        Flip(streams.ToDictionary(file => file.Key, file => file.Value.ToArray()));
    }

    private static void Flip(Dictionary<string, byte[]> files)
    {
        Assert.True(Verify(files).IsVerified);
        foreach (var (name, bytes) in files.ToArray())
        {
            for (var i = 0; i < BitsPerFile; i++)
            {
                var bit = (int)(Hash.Of(HashKind.Sha256, System.Text.Encoding.UTF8.GetBytes($"{name} {i}")).Top64 % (ulong)(8 * bytes.Length));
                var flipped = bytes.ToArray();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                files[name] = flipped;
                var report = Verify(files);
                Assert.False(report.IsVerified, $"{name}, bit {bit}");
                Assert.NotNull(report.Primary);
            }

            files[name] = bytes;
        }
    }

    private static VerificationReport Verify(Dictionary<string, byte[]> files) =>
        BundleVerifier.Verify(name => files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null);
}
