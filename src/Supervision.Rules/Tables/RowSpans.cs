using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Supervision.Rules.Tables;

/// <summary>Where the items of one list stand in the text of a pack.</summary>
/// <param name="Items">Start and end of each item, by characters.</param>
/// <param name="Start">Start of the list; of a flow list its bracket.</param>
/// <param name="End">After its last item; of a flow list its closing bracket.</param>
/// <param name="IsFlow">Whether it is written in brackets.</param>
internal sealed record RowSpans(IReadOnlyList<(int Start, int End)> Items, int Start, int End, bool IsFlow)
{
    /// <summary>The list under keys joined by dots.</summary>
    /// <exception cref="InvalidOperationException">There is none; the caller has found it already.</exception>
    public static RowSpans Find(string text, string path)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Find(parser, "", path) ?? throw new InvalidOperationException($"There is no list {path}.");
    }

    private static RowSpans? Find(IParser parser, string at, string path)
    {
        if (parser.TryConsume<MappingStart>(out _))
        {
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var key))
                {
                    Skip(parser);
                    Skip(parser);
                    continue;
                }

                var below = at.Length == 0 ? key.Value : $"{at}.{key.Value}";
                if (string.Equals(below, path, StringComparison.Ordinal) && parser.Accept<SequenceStart>(out _))
                {
                    return Read(parser);
                }

                if (path.StartsWith(below + ".", StringComparison.Ordinal) && parser.Accept<MappingStart>(out _))
                {
                    if (Find(parser, below, path) is { } found)
                    {
                        return found;
                    }
                }
                else
                {
                    Skip(parser);
                }
            }
        }

        return null;
    }

    private static RowSpans Read(IParser parser)
    {
        var list = parser.Consume<SequenceStart>();
        var items = new List<(int, int)>();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            var start = (int)parser.Current!.Start.Index;
            items.Add((start, Skip(parser)));
        }

        var isFlow = list.Style is SequenceStyle.Flow;
        var end = parser.Consume<SequenceEnd>();
        return new RowSpans(items, (int)list.Start.Index, isFlow ? (int)end.End.Index - 1 : items.Count == 0 ? (int)list.Start.Index : items[^1].Item2, isFlow);
    }

    // The end of what is written: a block mapping has no sign of its own at its end.
    private static int Skip(IParser parser)
    {
        var (depth, end) = (0, 0);
        do
        {
            var next = parser.Consume<ParsingEvent>();
            depth += next.NestingIncrease;
            if (next is Scalar || (next.End.Index > next.Start.Index && next is MappingEnd or SequenceEnd))
            {
                end = (int)next.End.Index;
            }
        }
        while (depth > 0);
        return end;
    }
}
