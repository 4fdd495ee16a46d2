using Supervision.Rules.Tables;

namespace Supervision.Rules.Tests.Tables;

/// <summary>Rows come and go as text; what is added and taken out again leaves the text as it was.</summary>
public sealed class PackRowsTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Samples.Folder, "*.yaml").Select(file => Path.GetFileName(file)!)];

    // Law, for every row of every table that ships, in lines and in brackets: added it stands there twice; taken out again, all is as before.
    [Theory]
    [MemberData(nameof(Files))]
    public void AddAndDrop_EveryRow_GivesTheTextBack(string file)
    {
        var text = File.ReadAllText(Path.Combine(Samples.Folder, file));
        foreach (var (table, row) in Cells(file, text).Select(field => (field.Of, field.Row)).Distinct())
        {
            var added = PackRows.Add(file, text, table, row);
            Assert.Equal(Row(file, text, table, row), Row(file, added, table, row));
            Assert.Equal(Row(file, text, table, row), Row(file, added, table, row + 1));
            Assert.Equal(Cells(file, text).Count() + Row(file, text, table, row).Count, Cells(file, added).Count());
            Assert.Equal(text, PackRows.Drop(file, added, table, row + 1));
            Assert.Equal(text, PackRows.Drop(file, added, table, row));
        }
    }

    [Fact]
    public void AddAndDrop_WhatIsNotThere_ChangeNothing()
    {
        var text = Samples.Text("yiwu-12-point");
        Assert.Equal(text, PackRows.Add("p", text, "等级", 4));
        Assert.Equal(text, PackRows.Drop("p", text, "no such table", 0));
    }

    private static IEnumerable<PackField> Cells(string file, string text) =>
        PackFields.Of(file, text).Where(field => field.Kind is PackFieldKind.Test or PackFieldKind.Output);

    private static List<string> Row(string file, string text, string table, int row) =>
        [.. Cells(file, text).Where(field => field.Of == table && field.Row == row).Select(field => field.Text)];
}
