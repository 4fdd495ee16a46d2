using System.Globalization;
using Supervision.Decisions;
using Supervision.Documents.Pdf;

namespace Supervision.Documents;

/// <summary>Prints composed documents as PDF. Pure: the same document and fonts give the same bytes. Thread-safe.</summary>
public sealed class PdfRenderer(FontSet fonts)
{
    private const string Scan = "扫码核验文书真伪";
    private const int SealLines = 4;

    /// <summary>
    /// The PDF. SUP2611: no font has some of the characters, which are named: nothing is printed as an empty box.
    /// </summary>
    /// <param name="document">Document.</param>
    /// <param name="paper">Paper.</param>
    public Outcome<byte[]> Render(ComposedDocument document, PaperSize paper)
    {
        ArgumentNullException.ThrowIfNull(document);
        var layout = PaperLayout.Of(paper);
        var flow = new PageFlow(layout, fonts);
        Head(flow, layout, document);
        var blocks = document.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            flow.Keep(ClosedTogether(flow, layout, blocks, i));
            Print(flow, layout, blocks[i]);
        }

        if (document.VerificationUrl is { } url)
        {
            flow.Code(new QrCode(url.AbsoluteUri), [Scan, url.AbsoluteUri]);
        }

        if (layout.HasPageNumbers)
        {
            flow.NumberPages();
        }

        if (flow.Missing.Count > 0)
        {
            return Refusal.Of("SUP2611", document.Title, string.Join(", ", flow.Missing.Select(Name)));
        }

        var height = layout.Height > 0 ? layout.Height : flow.Used + (2 * layout.Top);
        return new PdfFile(fonts).Write(flow.Pages, layout.Width, height, $"{document.Title} {document.Number}".TrimEnd());
    }

    private static void Head(PageFlow flow, PaperLayout layout, ComposedDocument document)
    {
        flow.Centred(document.Agency, layout.Agency, layout.Agency * 1.5);
        flow.Centred(document.Title, layout.Title, layout.Title * 1.7);
        if (document.Number.Length > 0)
        {
            flow.Right(document.Number, layout.Body, layout.BodyPitch, 0);
        }

        flow.Rule();
    }

    private static void Print(PageFlow flow, PaperLayout layout, DocumentBlock block)
    {
        switch (block.Kind)
        {
            case TemplateBlockKind.Paragraph:
                flow.Paragraph(block.Text, layout.Body, layout.BodyPitch, 2);
                break;
            case TemplateBlockKind.Line:
                flow.Paragraph(block.Text, layout.Body, layout.BodyPitch, 0);
                break;
            case TemplateBlockKind.Note:
                flow.Gap(layout.SmallPitch / 3);
                flow.Paragraph(block.Text, layout.Small, layout.SmallPitch, 0);
                break;
            case TemplateBlockKind.Fields:
                flow.Table([3, 8], null, block.Rows);
                flow.Gap(layout.SmallPitch / 2);
                break;
            case TemplateBlockKind.Table:
                flow.Table([.. block.Columns.Select(column => column.Width)], [.. block.Columns.Select(column => column.Label)], block.Rows);
                flow.Gap(layout.SmallPitch / 2);
                break;
            case TemplateBlockKind.Signatures:
                flow.Keep(SignaturesHeight(layout, block));
                foreach (var row in block.Rows)
                {
                    flow.Paragraph($"{row[0]}：＿＿＿＿＿＿＿＿", layout.Small, layout.BodyPitch, 0);
                }

                break;
            default:
                // Room for the seal over agency and date; both stay on one page.
                flow.Keep(layout.BodyPitch * SealLines);
                flow.Gap(layout.BodyPitch);
                foreach (var line in block.Text.Split('\n'))
                {
                    flow.Right(line, layout.Body, layout.BodyPitch, layout.Body * 2);
                }

                break;
        }
    }

    // GB/T 9704: a page with the seal carries text too, and nobody signs a page without text. The last paragraph moves with
    // what closes the document when both do not fit; behind a paragraph that is too long for that, what closes it stays together.
    private static double ClosedTogether(PageFlow flow, PaperLayout layout, IReadOnlyList<DocumentBlock> blocks, int at)
    {
        var paragraph = blocks[at].Kind == TemplateBlockKind.Paragraph;
        if (!paragraph && (!Closes(blocks[at]) || (at > 0 && Closes(blocks[at - 1]))))
        {
            return 0;
        }

        List<DocumentBlock> closing = [.. blocks.Skip(paragraph ? at + 1 : at).TakeWhile(Closes)];
        if (closing.TrueForAll(block => block.Kind == TemplateBlockKind.Note))
        {
            return 0;
        }

        var height = (paragraph ? flow.HeightOf(blocks[at].Text, layout.Body, layout.BodyPitch, 2) : 0) + closing.Sum(block => block.Kind switch
        {
            TemplateBlockKind.Note => (layout.SmallPitch / 3) + flow.HeightOf(block.Text, layout.Small, layout.SmallPitch, 0),
            TemplateBlockKind.Signatures => SignaturesHeight(layout, block),
            _ => SealLines * layout.BodyPitch,
        });
        return height <= layout.TextHeight * 2 / 3 ? height : 0;
    }

    private static bool Closes(DocumentBlock block) => block.Kind is TemplateBlockKind.Note or TemplateBlockKind.Signatures or TemplateBlockKind.Seal;

    private static double SignaturesHeight(PaperLayout layout, DocumentBlock block) => block.Rows.Count * layout.BodyPitch * 1.3;

    private static string Name(int codePoint) =>
        string.Create(CultureInfo.InvariantCulture, $"{char.ConvertFromUtf32(codePoint)} (U+{codePoint:X4})");
}
