using System.Text;
using Supervision.Rules.Packs;
using Supervision.Rules.Tables;

namespace Supervision.Rules.Tests.Tables;

// Goal: a table goes to a spreadsheet and back without losing a byte, and a wrong cell is named by its place in the sheet.
public sealed class TableSheetTests
{
    [Fact]
    public void Import_WhatWasExported_LeavesEveryByte()
    {
        var tables = 0;
        foreach (var file in Directory.EnumerateFiles(Samples.Folder, "*.yaml"))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var sheet in TableSheets.Export(Path.GetFileName(file), bytes))
            {
                Assert.Equal(bytes, TableSheets.Import(Path.GetFileName(file), bytes, sheet));
                tables++;
            }
        }

        Assert.True(tables > 5);
    }

    [Fact]
    public void Import_OneCellChanged_ChangesThatRowOnly()
    {
        var text = Samples.Text("yiwu-12-point");
        var sheet = Sheet(text);
        var row = sheet.Rows.ToList().FindIndex(cells => cells[0] == "[80..90)");
        var changed = Import(text, sheet with { Rows = With(sheet.Rows, row, 2, "第三条") });
        var (before, after) = (text.Split('\n'), changed.Split('\n'));
        Assert.Equal(before.Length, after.Length);
        var line = Assert.Single(Enumerable.Range(0, before.Length), at => before[at] != after[at]);
        Assert.Contains("第三条", after[line], StringComparison.Ordinal);
        Assert.Equal("第三条", Sheet(changed).Rows[row][2]);
    }

    [Fact]
    public void Import_ColumnsInAnyOrder_IsTheSame()
    {
        var text = Samples.Text("yiwu-12-point");
        var sheet = Sheet(text);
        Assert.Equal(text, Import(text, new TableSheet(sheet.Table, [.. sheet.Columns.Reverse()], [.. sheet.Rows.Select(row => (IReadOnlyList<string>)[.. row.Reverse()])])));
    }

    [Theory]
    [InlineData("SUP5600", "no such table")]
    [InlineData("SUP5601", "a column twice")]
    [InlineData("SUP5602", "a cell too many")]
    [InlineData("SUP5603", "a cell that is no test")]
    public void Import_AWrongSheet_IsRefusedByItsPlace(string code, string what)
    {
        var text = Samples.Text("yiwu-12-point");
        var sheet = Sheet(text);
        var wrong = what switch
        {
            "no such table" => sheet with { Table = "没有" },
            "a column twice" => sheet with { Columns = [sheet.Columns[0], .. sheet.Columns], Rows = [.. sheet.Rows.Select(row => (IReadOnlyList<string>)[row[0], .. row])] },
            "a cell too many" => sheet with { Rows = [.. sheet.Rows.Take(1), [.. sheet.Rows[1], "x"], .. sheet.Rows.Skip(2)] },
            _ => sheet with { Rows = With(sheet.Rows, 1, 0, "[80..") },
        };
        var error = Assert.Throws<RulePackException>(() => Import(text, wrong)).Errors[0];
        Assert.Equal(code, error.Code);
        if (code is "SUP5603")
        {
            Assert.Contains("Row 2", error.Message.In(System.Globalization.CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
        }
    }

    private static TableSheet Sheet(string text) =>
        TableSheets.Export("test.yaml", Encoding.UTF8.GetBytes(text)).Single(sheet => sheet.Table == "等级");

    private static string Import(string text, TableSheet sheet) =>
        Encoding.UTF8.GetString(TableSheets.Import("test.yaml", Encoding.UTF8.GetBytes(text), sheet));

    private static IReadOnlyList<IReadOnlyList<string>> With(IReadOnlyList<IReadOnlyList<string>> rows, int row, int column, string cell) =>
        [.. rows.Select((cells, at) => at == row ? (IReadOnlyList<string>)[.. cells.Select((old, place) => place == column ? cell : old)] : cells)];
}
