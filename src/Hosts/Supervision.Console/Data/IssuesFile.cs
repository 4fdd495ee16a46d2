using System.Globalization;
using System.Text;
using Supervision.Console.Import;
using Supervision.Console.Shell;
using Supervision.Data;

namespace Supervision.Console.Data;

/// <summary>All issues of a quality report as CSV, for the clerk who mends the rows.</summary>
internal static class IssuesFile
{
    public static Task WriteAsync(string path, QualityReport report, CultureInfo culture) => WholeFile.WriteAsync(path, async stream =>
    {
        // With a byte order mark, or a spreadsheet shows the Chinese as rubbish.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync("table,row,rule,field,value,cause,code,reason,kept_out");
        foreach (var issue in report.Issues)
        {
            await writer.WriteLineAsync(string.Join(
                ',', issue.Table, issue.Row.ToString(CultureInfo.InvariantCulture), issue.RuleId, issue.Field, CsvCell.Of(issue.Value), issue.Cause,
                issue.Reason.Code, CsvCell.Of(issue.Reason.Message.In(culture)), issue.Rejects ? "1" : "0"));
        }

        return true;
    });
}
