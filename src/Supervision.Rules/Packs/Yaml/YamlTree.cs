using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Supervision.Rules.Packs.Yaml;

/// <summary>
/// Reads the part of YAML that JSON has: mappings, sequences, scalars. No anchors, no tags, one document. A parser of
/// events, not an object mapper, so nothing depends on reflection and every value keeps its place.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxBytes = 1 << 20;
    private const int MaxDepth = 64;

    private readonly Parser _parser;
    private readonly PackErrors _errors;

    private YamlTree(string text, PackErrors errors)
    {
        _parser = new Parser(new StringReader(text));
        _errors = errors;
    }

    /// <summary>The root of the document; errors that make the rest unreadable throw at once.</summary>
    public static PackNode Parse(ReadOnlySpan<byte> bytes, PackErrors errors)
    {
        if (bytes.Length > MaxBytes)
        {
            errors.Add(0, 0, "", "SUP5002", Invariant.Text(MaxBytes), Invariant.Text(bytes.Length));
            throw errors.Exception();
        }

        var text = Decode(bytes, errors);
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        if (end >= 0)
        {
            // The scanner would take it for the end of the file, and ignore the rest.
            var line = text.AsSpan(0, end).Count('\n') + 1;
            errors.Add(line, end - text.LastIndexOf('\n', end), "", "SUP5001", "a NUL character");
            throw errors.Exception();
        }

        return new YamlTree(text, errors).Read();
    }

    private static string Decode(ReadOnlySpan<byte> bytes, PackErrors errors)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            errors.Add(0, 0, "", "SUP5001", "the file is not UTF-8");
            throw errors.Exception();
        }
    }

    /// <summary>YamlDotNet's scanner meets some broken texts with an InvalidOperationException that has no place.</summary>
    private PackNode Read()
    {
        try
        {
            return Document();
        }
        catch (YamlException problem)
        {
            throw Failure(problem.Start, problem.Message);
        }
        catch (InvalidOperationException)
        {
            throw Failure(_parser.Current?.End ?? Mark.Empty, "a bracket, brace or quote is not closed, or a line is out of place");
        }
    }

    private RulePackException Failure(Mark at, string problem)
    {
        _errors.Add((int)at.Line, (int)at.Column, "", "SUP5001", problem);
        return _errors.Exception();
    }

    private PackNode Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _errors.Add(1, 1, "", "SUP5003", "0");
            throw _errors.Exception();
        }

        var root = Node("", 1);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _errors.Add((int)second.Start.Line, (int)second.Start.Column, "", "SUP5003", "2");
            throw _errors.Exception();
        }

        return root;
    }

    private PackNode Node(string path, int depth)
    {
        var (line, column) = ((int)_parser.Current!.Start.Line, (int)_parser.Current.Start.Column);
        if (depth > MaxDepth)
        {
            _errors.Add(line, column, path, "SUP5004", Invariant.Text(MaxDepth));
            throw _errors.Exception();
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _errors.Add(line, column, path, "SUP5005", $"*{alias.Value.Value}");
            return new PackScalar(path, line, column, "", isQuoted: false);
        }

        if (_parser.Current is not NodeEvent node)
        {
            throw Failure(_parser.Current.Start, "a value is missing");
        }

        Refuse(node, path);
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new PackScalar(path, line, column, scalar.Value, scalar.Style != ScalarStyle.Plain);
        }

        return _parser.TryConsume<MappingStart>(out _)
            ? Mapping(path, line, column, depth)
            : Sequence(path, line, column, depth);
    }

    private void Refuse(NodeEvent node, string path)
    {
        var (line, column) = ((int)node.Start.Line, (int)node.Start.Column);
        if (!node.Anchor.IsEmpty)
        {
            _errors.Add(line, column, path, "SUP5005", $"&{node.Anchor.Value}");
        }

        if (!node.Tag.IsEmpty)
        {
            _errors.Add(line, column, path, "SUP5006", node.Tag.IsNonSpecific ? "!" : node.Tag.Value);
        }
    }

    private PackMapping Mapping(string path, int line, int column, int depth)
    {
        var entries = new List<KeyValuePair<PackScalar, PackNode>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(path, depth + 1) is not PackScalar key)
            {
                _errors.Add(line, column, path, "SUP5010", "text", "{ }");
                Node(path, depth + 1);
                continue;
            }

            var value = Node(path.Length == 0 ? key.Text : $"{path}.{key.Text}", depth + 1);
            if (seen.Add(key.Text))
            {
                entries.Add(new(key, value));
            }
            else
            {
                _errors.Add(key, "SUP5007", key.Text);
            }
        }

        return new PackMapping(path, line, column, entries);
    }

    private PackSequence Sequence(string path, int line, int column, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<PackNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node($"{path}[{Invariant.Text(items.Count)}]", depth + 1));
        }

        return new PackSequence(path, line, column, items);
    }
}
