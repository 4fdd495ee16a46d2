using System.Text;
using Supervision.Rules.Differences;

namespace Supervision.Rules.Tests.Differences;

// Goal: a reviewer sees what was changed in meaning, all of it, and nothing of mere form.
public sealed class PackDiffTests
{
    public static TheoryData<string> Policies => [.. Directory.EnumerateFiles(Samples.Folder, "*.yaml").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Of_APackAndItsRewrittenForm_IsNothing(string file)
    {
        var text = File.ReadAllText(Path.Combine(Samples.Folder, file));
        Assert.Empty(Diff(text, text));
        Assert.Empty(Diff(text, "# a remark of the writer\n" + text.ReplaceLineEndings("\r\n") + "\r\n"));
    }

    [Theory]
    [InlineData("2019-01-01: 12", "2019-01-01: 10", DifferenceArea.Parameter, DifferenceKind.Changed, "parameters.full[2019-01-01]", "12", "10")]
    [InlineData("if: [\"[80..90)\"]", "if: [\"[81..90)\"]", DifferenceArea.Table, DifferenceKind.Changed, "decisions.等级.table", "[80..90)", "[81..90)")]
    public void Of_OneEdit_IsThatEdit(
        string from, string to, DifferenceArea area, DifferenceKind kind, string path, string before, string after)
    {
        var text = Samples.Text("yiwu-12-point");
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var one = Assert.Single(Diff(text, text[..at] + to + text[(at + from.Length)..]));
        Assert.Equal((area, kind, before, after), (one.Area, one.Kind, one.Before, one.After));
        Assert.StartsWith(path, one.Path, StringComparison.Ordinal);
        Assert.Equal(text[..at].Count(letter => letter == '\n') + 1, one.LineBefore);
    }

    [Fact]
    public void Of_RowsAddedRemovedAndMoved_NamesTheRows()
    {
        var text = Samples.Text("yiwu-12-point");
        var lines = text.Split('\n').ToList();
        var row = lines.FindIndex(line => line.Contains("[80..90)", StringComparison.Ordinal));
        var added = lines.ToList();
        added.Insert(row, lines[row].Replace("[80..90)", "[85..90)", StringComparison.Ordinal));
        Assert.Equal(DifferenceKind.Added, Assert.Single(Diff(text, string.Join('\n', added))).Kind);
        Assert.Equal(DifferenceKind.Removed, Assert.Single(Diff(string.Join('\n', added), text)).Kind);

        var swapped = lines.ToList();
        (swapped[row], swapped[row + 1]) = (swapped[row + 1], swapped[row]);
        Assert.All(Diff(text, string.Join('\n', swapped)), one => Assert.Equal(DifferenceArea.Table, one.Area));
        Assert.NotEmpty(Diff(text, string.Join('\n', swapped)));
    }

    private static IReadOnlyList<PackDifference> Diff(string before, string after) =>
        PackDiff.Of("before.yaml", Encoding.UTF8.GetBytes(before), "after.yaml", Encoding.UTF8.GetBytes(after));
}
