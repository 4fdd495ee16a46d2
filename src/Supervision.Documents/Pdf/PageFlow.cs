using Supervision.Documents.Fonts;

namespace Supervision.Documents.Pdf;

/// <summary>Fills pages from top to bottom. Not thread-safe.</summary>
internal sealed class PageFlow(PaperLayout paper, FontSet fonts)
{
    private const double Padding = 3;
    private const double CaptionSize = 9;
    private const double CaptionPitch = 13;
    private readonly List<List<PageMark>> _pages = [[]];
    private double _y;

    /// <summary>Characters that no font has.</summary>
    public SortedSet<int> Missing { get; } = [];

    public IReadOnlyList<IReadOnlyList<PageMark>> Pages => _pages;

    /// <summary>How far down the last page is used.</summary>
    public double Used => _y;

    public void Centred(string text, double size, double pitch)
    {
        foreach (var line in Lines(text, size, paper.TextWidth, 0))
        {
            Put(line, (paper.TextWidth - Width(line, size)) / 2, size, pitch);
        }
    }

    public void Right(string text, double size, double pitch, double inset)
    {
        foreach (var line in Lines(text, size, paper.TextWidth - inset, 0))
        {
            Put(line, paper.TextWidth - inset - Width(line, size), size, pitch);
        }
    }

    /// <summary>A paragraph; its first line is indented by so many characters.</summary>
    public void Paragraph(string text, double size, double pitch, int indent)
    {
        var first = true;
        foreach (var line in Lines(text, size, paper.TextWidth, indent * 1000))
        {
            Put(line, first ? indent * size : 0, size, pitch);
            first = false;
        }
    }

    public void Gap(double height)
    {
        if (_y > 0 && _y + height <= paper.TextHeight)
        {
            _y += height;
        }
    }

    /// <summary>Begins a page when less than this is left.</summary>
    public void Keep(double height)
    {
        if (_y > 0 && _y + height > paper.TextHeight)
        {
            NewPage();
        }
    }

    public void Rule()
    {
        _pages[^1].Add(new PageMark.Rule(paper.Left, paper.Top + _y, paper.Left + paper.TextWidth, paper.Top + _y));
        _y += 4;
    }

    /// <summary>Rows with borders; a row that no page can hold is continued on the next, the heading is repeated there.</summary>
    /// <param name="widths">Share of each column.</param>
    /// <param name="heading">Heading, or null.</param>
    /// <param name="rows">Cells.</param>
    public void Table(IReadOnlyList<int> widths, IReadOnlyList<string>? heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        var edges = Edges(widths);
        var head = heading is null ? null : Cells(heading, edges);
        var fresh = true;
        foreach (var row in rows)
        {
            var cells = Cells(row, edges);
            var height = cells.Max(cell => cell.Count);
            for (var done = 0; done < height;)
            {
                var least = Math.Min(height - done, 2) + (fresh && head is not null ? head.Max(cell => cell.Count) : 0);
                if (_y > 0 && _y + Height(least) + (fresh && head is not null ? 2 * Padding : 0) > paper.TextHeight)
                {
                    NewPage();
                    fresh = true;
                }

                if (fresh && head is not null)
                {
                    Row(head, edges, 0, head.Max(cell => cell.Count));
                }

                fresh = false;
                var fits = double.IsInfinity(paper.TextHeight)
                    ? height - done
                    : Math.Max(1, (int)((paper.TextHeight - _y - (2 * Padding)) / paper.SmallPitch));
                var take = Math.Min(height - done, fits);
                Row(cells, edges, done, take);
                done += take;
                if (done < height)
                {
                    NewPage();
                    fresh = true;
                }
            }
        }
    }

    /// <summary>
    /// A QR code with its text: on a roll below everything, on a page in the lower margin of the last one, where it takes no room
    /// from the text and cannot stand on a page of its own.
    /// </summary>
    public void Code(QrCode code, IReadOnlyList<string> captions)
    {
        if (paper.HasPageNumbers)
        {
            var top = paper.Top + paper.TextHeight + 10;
            _pages[^1].Add(new PageMark.Code(paper.Left, top, paper.QrSize, code));
            for (var i = 0; i < captions.Count; i++)
            {
                Mark(
                    fonts.Shape(captions[i], Missing), paper.Left + paper.QrSize + 8,
                    top + paper.QrSize - ((captions.Count - i) * CaptionPitch), CaptionSize, CaptionPitch);
            }

            return;
        }

        var lines = captions.SelectMany(caption => Lines(caption, paper.Small, paper.TextWidth, 0)).ToList();
        _y += 4;
        _pages[^1].Add(new PageMark.Code(paper.Left + ((paper.TextWidth - paper.QrSize) / 2), paper.Top + _y, paper.QrSize, code));
        _y += paper.QrSize + 4;
        foreach (var line in lines)
        {
            Put(line, 0, paper.Small, paper.SmallPitch);
        }
    }

    /// <summary>How much a paragraph needs.</summary>
    public double HeightOf(string text, double size, double pitch, int indent) =>
        Lines(text, size, paper.TextWidth, indent * 1000).Count * pitch;

    /// <summary>Page numbers below the type area.</summary>
    public void NumberPages()
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            var glyphs = fonts.Shape(FormattableString.Invariant($"— {i + 1} —"), Missing);
            var x = paper.Left + ((paper.TextWidth - Width(glyphs, 14)) / 2);
            _pages[i].Add(new PageMark.Text(x, paper.Top + paper.TextHeight + 30, 14, glyphs));
        }
    }

    private double Height(int lines) => (lines * paper.SmallPitch) + (2 * Padding);

    private double[] Edges(IReadOnlyList<int> widths)
    {
        var edges = new double[widths.Count + 1];
        for (var i = 0; i < widths.Count; i++)
        {
            edges[i + 1] = edges[i] + (paper.TextWidth * widths[i] / widths.Sum());
        }

        return edges;
    }

    private List<List<List<Glyph>>> Cells(IReadOnlyList<string> row, double[] edges) =>
        [.. row.Select((text, i) => Lines(text, paper.Small, edges[i + 1] - edges[i] - (2 * Padding), 0))];

    private void Row(List<List<List<Glyph>>> cells, double[] edges, int from, int lines)
    {
        var (top, height) = (paper.Top + _y, Height(lines));
        for (var i = 0; i < cells.Count; i++)
        {
            for (var k = 0; k < lines && from + k < cells[i].Count; k++)
            {
                Mark(cells[i][from + k], paper.Left + edges[i] + Padding, top + Padding + (k * paper.SmallPitch), paper.Small, paper.SmallPitch);
            }
        }

        foreach (var edge in edges)
        {
            _pages[^1].Add(new PageMark.Rule(paper.Left + edge, top, paper.Left + edge, top + height));
        }

        _pages[^1].Add(new PageMark.Rule(paper.Left, top, paper.Left + paper.TextWidth, top));
        _pages[^1].Add(new PageMark.Rule(paper.Left, top + height, paper.Left + paper.TextWidth, top + height));
        _y += height;
    }

    private List<List<Glyph>> Lines(string text, double size, double width, int indent) =>
    [
        .. text.Split('\n').SelectMany((part, i) =>
            LineBreaker.Break(fonts.Shape(part, Missing), (int)(width * 1000 / size), i == 0 ? indent : 0)),
    ];

    private void Put(List<Glyph> line, double x, double size, double pitch)
    {
        if (_y > 0 && _y + pitch > paper.TextHeight + 0.01)
        {
            NewPage();
        }

        Mark(line, paper.Left + x, paper.Top + _y, size, pitch);
        _y += pitch;
    }

    // The base line lies so that the em box stands in the middle of its pitch.
    private void Mark(List<Glyph> line, double x, double top, double size, double pitch)
    {
        if (line.Count > 0)
        {
            _pages[^1].Add(new PageMark.Text(x, top + ((pitch - size) / 2) + (0.86 * size), size, line));
        }
    }

    private static double Width(List<Glyph> line, double size) => line.Sum(glyph => glyph.Width) * size / 1000;

    private void NewPage()
    {
        _pages.Add([]);
        _y = 0;
    }
}
