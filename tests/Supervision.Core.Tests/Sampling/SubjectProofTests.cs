using System.Text;
using System.Text.RegularExpressions;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

// Goal: one subject learns from its own file what the whole verifier would say about it.
public sealed class SubjectProofTests
{
    public static TheoryData<DrawMethod> Methods => SchemeTests.Methods;

    [Theory]
    [MemberData(nameof(Methods))]
    public void Verify_EverySubjectOfEveryScheme_SaysWhetherItWasDrawn(DrawMethod method)
    {
        var bundle = Draw(method, salted: true);
        foreach (var record in bundle.Frame.Records)
        {
            var proof = Written(SubjectProof.Of(bundle, record.Id));
            Assert.Equal(bundle.Announcement.Hash, proof.Announcement.Hash);
            Assert.Equal(bundle.Selection.SelectedIds.Contains(record.Id), proof.IsDrawn);
            var report = proof.Verify();
            Assert.True(method is PivotalMethod or RotationMethod ? report.IsPartial : report.IsVerified, record.Id);
        }
    }

    // Each value of the file, edited, makes a check fail or the file unreadable.
    [Theory]
    [MemberData(nameof(Methods))]
    public void Verify_AnyLineEdited_Fails(DrawMethod method)
    {
        var bundle = Draw(method, salted: true);
        foreach (var id in new[] { bundle.Selection.SelectedIds[0], "91330782MA00000003" })
        {
            var text = Encoding.UTF8.GetString(Bytes(SubjectProof.Of(bundle, id)));
            var lines = text.Split('\n');
            foreach (var (number, line) in lines.Index().Where(line => Regex.IsMatch(line.Item, "[0-9a-z]\"?,?$")))
            {
                if (method is PivotalMethod or RotationMethod && line.Contains("drawn", StringComparison.Ordinal))
                {
                    continue;
                }

                var edited = line.Contains("true", StringComparison.Ordinal) ? line.Replace("true", "false", StringComparison.Ordinal)
                    : line.Contains("false", StringComparison.Ordinal) ? line.Replace("false", "true", StringComparison.Ordinal)
                    : Regex.Replace(line, "[0-9a-z](?=\"?,?$)", last => last.Value == "1" ? "2" : "1");
                string[] all = [.. lines[..number], edited, .. lines[(number + 1)..]];
                var outcome = SubjectProof.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', all))));
                var refused = !outcome.TryGet(out var proof, out _) || proof.Verify().Primary is not null;

                // A cut may move without passing this subject: what it says about the others is not its business.
                Assert.True(refused || IsCut(line), edited);
            }
        }
    }

    [Fact]
    public void Verify_SealedDraw_ProvesTheDrumAndNothingElse()
    {
        var bundle = Draw(new ParetoMethod(17), salted: false, terms => terms with { SealedSecret = 1 });
        var proof = Written(SubjectProof.OfSealed(bundle, "91330782MA00000004"));
        Assert.Null(proof.IsDrawn);
        Assert.True(proof.Verify().IsPartial);
        Assert.DoesNotContain(bundle.Seed.ToString(), Encoding.UTF8.GetString(Bytes(proof)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SubjectThatIsNotInTheFrame_IsRefused() => Assert.StartsWith("SUP4204", Assert.Throws<ArgumentException>(
        () => SubjectProof.Of(Draw(new FullCoverageMethod(), salted: false), "nobody")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("!", true, false)]
    [InlineData("91330782MA000000031", true, true)]
    [InlineData("91330782MA00000059x", false, true)]
    public void Absence_IdBetweenNeighbours_IsProved(string id, bool after, bool before)
    {
        var bundle = Draw(new ParetoMethod(17), salted: true);
        var stream = new MemoryStream();
        AbsenceProof.Of(bundle.Announcement, bundle.Frame, id).Write(stream);
        var proof = AbsenceProof.Read(new MemoryStream(stream.ToArray())).OrThrow();
        Assert.Equal((before, after), (proof.Before is not null, proof.After is not null));
        Assert.True(proof.Verify());

        // Neighbours that are not neighbours, and an id that stands there, prove nothing.
        var text = Encoding.UTF8.GetString(stream.ToArray());
        foreach (var other in new[] { "91330782MA00000030", "91330782MA00000030x" })
        {
            var moved = AbsenceProof.Read(new MemoryStream(Encoding.UTF8.GetBytes(
                text.Replace($"\"id\": \"{id}\",\n  \"before\"", $"\"id\": \"{other}\",\n  \"before\"", StringComparison.Ordinal)))).OrThrow();
            Assert.Equal(other, moved.Id);
            Assert.False(moved.Verify());
        }
    }

    // Both stand in the frame, on either side of the id, but others stand between them.
    [Fact]
    public void Absence_RecordsThatAreNoNeighbours_AreNoProof()
    {
        var bundle = Draw(new ParetoMethod(17), salted: true);
        string Text(string id)
        {
            var stream = new MemoryStream();
            AbsenceProof.Of(bundle.Announcement, bundle.Frame, id).Write(stream);
            return Encoding.UTF8.GetString(stream.ToArray());
        }

        var (near, far) = (Text("91330782MA000000031"), Text("91330782MA000000051"));
        const string After = "\"after\"";
        var spliced = near[..near.IndexOf(After, StringComparison.Ordinal)] + far[far.IndexOf(After, StringComparison.Ordinal)..];
        Assert.False(AbsenceProof.Read(new MemoryStream(Encoding.UTF8.GetBytes(spliced))).OrThrow().Verify());
    }

    [Fact]
    public void Absence_NeighbourLeftOut_IsNoProof()
    {
        var bundle = Draw(new ParetoMethod(17), salted: true);
        var stream = new MemoryStream();
        AbsenceProof.Of(bundle.Announcement, bundle.Frame, "91330782MA000000031").Write(stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        var cut = text[..text.IndexOf("\"after\"", StringComparison.Ordinal)] + "\"after\": null\n}\n";
        Assert.False(AbsenceProof.Read(new MemoryStream(Encoding.UTF8.GetBytes(cut))).OrThrow().Verify());
    }

    [Fact]
    public void Absence_PresentSubjectOrPlainFrame_IsRefused()
    {
        var (salted, plain) = (Draw(new ParetoMethod(17), salted: true), Draw(new ParetoMethod(17), salted: false));
        Assert.StartsWith("SUP4205", Assert.Throws<ArgumentException>(
            () => AbsenceProof.Of(salted.Announcement, salted.Frame, "91330782MA00000030")).Message, StringComparison.Ordinal);
        Assert.StartsWith("SUP4206", Assert.Throws<ArgumentException>(
            () => AbsenceProof.Of(plain.Announcement, plain.Frame, "nobody")).Message, StringComparison.Ordinal);
    }

    private static bool IsCut(string line) => Regex.IsMatch(line, "\"(takeAll|last|lastKey|lastTicket|n|weight)\": ");

    private static byte[] Bytes(SubjectProof proof)
    {
        var stream = new MemoryStream();
        proof.Write(stream);
        return stream.ToArray();
    }

    private static SubjectProof Written(SubjectProof proof) => SubjectProof.Read(new MemoryStream(Bytes(proof))).OrThrow();

    private static DrawBundle Draw(
        DrawMethod method, bool salted, Func<AnnouncementTerms, AnnouncementTerms>? change = null)
    {
        var frame = Vector.Build(Samples.Records);
        frame = salted ? frame.Salted(Samples.Bytes(7, 32)) : frame;
        var terms = Samples.Terms(frame) with { Method = method, IsSalted = salted };
        return DrawBundle.Run(Announcement.Create(change is null ? terms : change(terms)), frame, Samples.Reveal);
    }
}
