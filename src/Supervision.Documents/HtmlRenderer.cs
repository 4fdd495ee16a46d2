using System.Globalization;
using System.Net;
using System.Text;
using Supervision.Documents.Pdf;

namespace Supervision.Documents;

/// <summary>
/// Prints composed documents as one HTML page without script or outside reference; every text is escaped. Pure, thread-safe.
/// </summary>
public static class HtmlRenderer
{
    private const string Style =
        "body{font-family:FangSong,'Noto Serif SC',serif;font-size:16pt;line-height:1.8;max-width:156mm;margin:2em auto;padding:0 1em}"
        + "h1{font-size:22pt;text-align:center;margin:.2em 0}header p{text-align:center;font-size:20pt;margin:0}"
        + "header .number{text-align:right;font-size:16pt;border-bottom:1px solid}p{margin:0;text-indent:2em}p.line,p.note,header p{text-indent:0}"
        + "table{border-collapse:collapse;width:100%;font-size:12pt;margin:.5em 0}th,td{border:1px solid;padding:.2em .4em;text-align:left;vertical-align:top}"
        + ".note,.sign{font-size:12pt}.note{margin-top:.4em}.seal{text-align:right;padding-right:2em;margin-top:2em}.qr svg{width:30mm;height:30mm}.qr{font-size:12pt}"
        + "@page{size:A4;margin:37mm 26mm 35mm 28mm}";

    /// <summary>The page.</summary>
    public static string Render(ComposedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<title>").Append(Escape($"{document.Title} {document.Number}".TrimEnd())).Append("</title><style>").Append(Style)
            .Append("</style></head>\n<body><header><p>").Append(Escape(document.Agency)).Append("</p><h1>").Append(Escape(document.Title)).Append("</h1>");
        if (document.Number.Length > 0)
        {
            page.Append("<p class=\"number\">").Append(Escape(document.Number)).Append("</p>");
        }

        page.Append("</header>\n<main>\n");
        foreach (var block in document.Blocks)
        {
            Print(page, block);
        }

        page.Append("</main>\n");
        if (document.VerificationUrl is { } url)
        {
            Code(page, url.AbsoluteUri);
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Print(StringBuilder page, DocumentBlock block)
    {
        switch (block.Kind)
        {
            case TemplateBlockKind.Fields:
                page.Append("<table>");
                foreach (var row in block.Rows)
                {
                    page.Append("<tr><th scope=\"row\">").Append(Escape(row[0])).Append("</th><td>").Append(Escape(row[1])).Append("</td></tr>\n");
                }

                page.Append("</table>\n");
                break;
            case TemplateBlockKind.Table:
                page.Append("<table><thead><tr>");
                page.AppendJoin("", block.Columns.Select(column => $"<th scope=\"col\">{Escape(column.Label)}</th>"));
                page.Append("</tr></thead><tbody>\n");
                foreach (var row in block.Rows)
                {
                    page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Escape(cell)}</td>")).Append("</tr>\n");
                }

                page.Append("</tbody></table>\n");
                break;
            case TemplateBlockKind.Signatures:
                page.AppendJoin("", block.Rows.Select(row => $"<p class=\"line sign\">{Escape(row[0])}：＿＿＿＿＿＿＿＿</p>\n"));
                break;
            case TemplateBlockKind.Seal:
                page.Append("<div class=\"seal\">").Append(Escape(block.Text)).Append("</div>\n");
                break;
            default:
                var style = block.Kind switch
                {
                    TemplateBlockKind.Line => " class=\"line\"",
                    TemplateBlockKind.Note => " class=\"note\"",
                    _ => "",
                };
                page.Append("<p").Append(style).Append('>').Append(Escape(block.Text)).Append("</p>\n");
                break;
        }
    }

    private static void Code(StringBuilder page, string url)
    {
        var code = new QrCode(url);
        page.Append(CultureInfo.InvariantCulture, $"<footer class=\"qr\"><svg viewBox=\"0 0 {code.Size} {code.Size}\" role=\"img\" aria-label=\"二维码\"><path d=\"");
        foreach (var (row, column, length) in code.Runs())
        {
            page.Append(CultureInfo.InvariantCulture, $"M{column} {row}h{length}v1h-{length}z");
        }

        page.Append("\"/></svg><div>扫码核验文书真伪</div><a href=\"").Append(Escape(url)).Append("\">").Append(Escape(url)).Append("</a></footer>\n");
    }

    private static string Escape(string text) =>
        WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
