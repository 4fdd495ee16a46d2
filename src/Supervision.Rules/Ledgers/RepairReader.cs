using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>repair:</c>.</summary>
internal sealed class RepairReader(ExpressionReader expressions, PackVocabulary vocabulary, KnownNames entry)
{
    private readonly PackReader _reader = expressions.Reader;

    public RepairRule Read(PackNode node)
    {
        var form = _reader.Object(node);
        var kind = vocabulary.Kind(_reader, form.Required("when"));
        var happened = vocabulary.State.With("event", vocabulary.Events[kind]);
        var about = entry.With("event", vocabulary.Events[kind]).With("delay", Delay.Type);
        var share = form.Optional("share");
        var rule = new RepairRule
        {
            When = kind,
            Names = form.Optional("names") is { } names ? vocabulary.Field(_reader, names, kind, FactKind.Text) : null,
            Of = form.Optional("of") is { } of ? expressions.Truth(of, about) : null,
            If = form.Optional("if") is { } when ? expressions.Truth(when, happened) : null,
            Points = share is null ? expressions.Number(form.Required("points"), happened) : null,
            Shares = share is null ? [] : Shares(share, about),
            Round = share is not null && form.Optional("round") is { } round ? RoundingReader.Read(_reader, round) : null,
            DelayTo = share is not null && form.Optional("delayTo") is { } to ? vocabulary.Field(_reader, to, kind, FactKind.Date) : null,
            Order = _reader.Word(form.Required("order"), "oldest", "newest", "largest"),
            NotBefore = form.Optional("notBefore") is { } wait ? expressions.Period(wait, about) : null,
            NotAfter = form.Optional("notAfter") is { } limit ? expressions.Period(limit, about) : null,
            Cap = form.Optional("cap") is { } cap ? Cap(cap, happened) : null,
            RecomputesSteps = form.Optional("steps") is { } steps && _reader.Word(steps, "keep", "recompute") is "recompute",
        };
        PackText.Note(_reader, form);
        form.Done();
        return rule;
    }

    private List<(RuleExpression If, decimal Give)> Shares(PackNode node, KnownNames names)
    {
        var shares = new List<(RuleExpression, decimal)>();
        foreach (var item in _reader.Items(node))
        {
            var form = _reader.Object(item);
            var when = form.Optional("if") is { } given ? expressions.Truth(given, names)
                : RuleExpression.Of(true);
            var at = form.Required("give");
            var give = Share(at);
            PackText.Note(_reader, form);
            form.Done();
            if (give is < 0 or > 1)
            {
                _reader.Errors.Add(at!, "SUP5207", Invariant.Text(give));
            }

            shares.Add((when, give));
        }

        return shares;
    }

    // A share is no number of points, so it may be finer than the scale.
    private decimal Share(PackNode? node) =>
        node is PackScalar { IsQuoted: false } scalar && PackReader.TryExact(scalar.Text, 10, out var share) ? share : _reader.Number(node);

    private RepairCap Cap(PackNode node, KnownNames names)
    {
        var form = _reader.Object(node);
        var points = expressions.Number(form.Required("points"), names);
        var per = form.Required("per");
        Period? length = per is PackScalar { Text: "year" } ? null : _reader.Period(per);
        form.Done();
        return new RepairCap(points, length);
    }
}
