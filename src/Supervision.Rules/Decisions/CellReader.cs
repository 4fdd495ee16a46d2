using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Syntax;
using Supervision.Rules.Feel.Tree;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Decisions;

/// <summary>
/// Reads the cells of a pack's table: the unary tests of FEEL, with constants only, so that gaps and overlaps can be checked exactly.
/// A word of the column is a name here, so that it needs no quotes.
/// </summary>
internal sealed class CellReader(PackReader reader)
{
    public UnaryTest Read(PackScalar cell, ColumnType type)
    {
        var text = cell.Text.Trim();
        if (type.Words is { } words && words.Contains(text, StringComparer.Ordinal))
        {
            return new UnaryTest(text, null, [text]);
        }

        var column = cell.Column + (cell.IsQuoted ? 1 : 0);
        try
        {
            var input = TypeOf(type);
            var node = new FeelParser(new FeelSource(cell.Text, reader.Errors.File, cell.Line, column), Names(type, input), FeelMode.Strict, PackRun.Limits)
                .ParseUnaryTests(input);
            return ConstantTests.Of(node, text, type, reader.Scale);
        }
        catch (FeelException problem)
        {
            var error = problem.Errors[0];
            reader.Errors.Add(error.Line, error.Column, cell.Path, error.Code, [.. error.Message.Arguments]);
            return new UnaryTest(text, null, null);
        }
    }

    private static FeelType TypeOf(ColumnType type) =>
        type.IsNumber ? FeelType.Number
        : ReferenceEquals(type, ColumnType.Boolean) ? FeelType.Boolean
        : FeelType.OfWords(type.Words!);

    private static NameScope Names(ColumnType type, FeelType input)
    {
        var names = NameScope.Root([], NameWorld.Plain);
        if (input.Words is not null)
        {
            foreach (var word in type.Words!)
            {
                names.Add(word, FeelType.Text, place => new ConstantNode(place, FeelValue.Of(word)));
            }
        }

        var cell = names.Inner();
        cell.Add("?", input);
        return cell;
    }
}
