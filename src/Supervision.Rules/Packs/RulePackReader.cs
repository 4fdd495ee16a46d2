using System.Security.Cryptography;
using Supervision.Decisions;
using Supervision.Rules.Decisions;
using Supervision.Rules.Packs.Expressions;
using Supervision.Rules.Facts;
using Supervision.Rules.Ledgers;
using Supervision.Rules.Packs.Yaml;
using Supervision.Rules.Testing;

namespace Supervision.Rules.Packs;

/// <summary>Reads the root of a pack, part by part: a part may name what stands in those before it.</summary>
internal sealed class RulePackReader(PackReader reader, string file, ReadOnlyMemory<byte> bytes)
{
    private const int MaxScale = 10;

    public RulePack Read(PackNode root)
    {
        var form = reader.Object(root);
        var id = reader.Text(form.Required("policy"));
        var version = reader.Text(form.Required("version"));
        var effective = Effective(form.Required("effective"));
        var (source, reference) = Citation.Read(reader, form.Required("source"));
        source = source with { EffectiveFrom = effective.From, EffectiveTo = effective.To };
        Numbers(form.Optional("numbers"));
        if (form.Optional("note") is { } note)
        {
            reader.Text(note);
        }

        var parameters = new ParameterReader(reader, source).Read(form.Optional("parameters"));
        var expressions = new ExpressionReader(reader, parameters);
        var scales = ScaleReader.Read(reader, form.Optional("scales"));
        var timers = form.Optional("timers");
        var types = new EventTypes(reader, scales);
        var ledgersNode = form.Optional("ledgers");
        var vocabulary = new PackVocabulary(
            types.Events(form.Optional("events"), TimerReader.Fired(timers)), types.Subject(form.Optional("subject")),
            [.. (ledgersNode as PackMapping)?.Entries.Select(entry => entry.Key.Text) ?? []]);
        var gathers = form.Optional("gather") is { } gathered
            ? new GatherReader(expressions, vocabulary, vocabulary.State, null, null).Read(gathered)
            : new Dictionary<string, Gather>(StringComparer.Ordinal);
        vocabulary = vocabulary.With(gathers.Select(gather => KeyValuePair.Create(gather.Key, gather.Value.Type)));
        var ledgers = new LedgerReader(expressions, vocabulary, source).Read(ledgersNode);
        var isRisk = form.Has("risk");
        var uses = UseReader.Read(reader, types, vocabulary, form.Optional("uses"));
        var decisions = new DecisionReader(
            expressions, isRisk ? KnownNames.None : vocabulary.State, isRisk ? RiskFacts.Types : null, scales, source)
            .Read(uses, form.Optional("decisions"));
        var bindings = new BindingReader(reader, parameters, ledgers, decisions);
        var set = new LedgerSet
        {
            Definitions = ledgers,
            Timers = new TimerReader(reader, vocabulary).Read(timers),
            Gathers = gathers,
            Scale = reader.Scale,
            From = effective.From,
            Source = source,
            Changes = [.. parameters.Values.SelectMany(parameter => parameter.Values.Select(value => value.From)).Distinct().Order()],
            VersionBy = form.Optional("versionBy") is { } by ? VersionBy(by, vocabulary) : null,
            Transitions = form.Optional("transition") is { } transition
                ? new TransitionReader(expressions, vocabulary).Read(transition, ledgers)
                : new Dictionary<string, TransitionRule>(StringComparer.Ordinal),
        };
        var pack = new RulePack(
            file, vocabulary, parameters, set, decisions, new ExampleReader(reader, vocabulary, uses).Read(form.Optional("examples")))
        {
            Reference = new PolicyReference(id, version, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))),
            Effective = effective,
            Source = source,
            SourceReference = reference,
            Uses = uses,
            Credit = form.Optional("credit") is { } credit ? bindings.Credit(credit) : null,
            Risk = form.Optional("risk") is { } risk ? bindings.Risk(risk) : null,
            Draw = form.Optional("draw") is { } draw ? bindings.Draw(draw) : null,
            Outputs = form.Optional("outputs") is { } outputs ? new OutputReader(reader, vocabulary, decisions).Read(outputs) : [],
        };
        if (new[] { form.Has("credit"), isRisk, form.Has("draw"), form.Has("outputs") }.Count(there => there) != 1)
        {
            reader.Errors.Add(root, "SUP5031");
        }

        if (uses.Count > 0 && !form.Has("outputs"))
        {
            reader.Errors.Add(uses[0].Line, uses[0].Column, $"uses.{uses[0].Name}", "SUP5218");
        }

        form.Done();
        return pack;
    }

    private EffectivePeriod Effective(PackNode? node)
    {
        var form = reader.Object(node);
        var from = reader.Date(form.Required("from"));
        DateOnly? to = form.Optional("to") is { } end ? reader.Date(end) : null;
        form.Done();
        if (to <= from && node is not null)
        {
            reader.Errors.Add(node, "SUP5015", Invariant.Text(from), Invariant.Text(to.Value));
        }

        return new EffectivePeriod(from, to);
    }

    private void Numbers(PackNode? node)
    {
        if (node is null)
        {
            return;
        }

        var form = reader.Object(node);
        var at = form.Required("scale");
        var scale = reader.Number(at);
        form.Done();
        if (at is not null && (scale < 0 || scale > MaxScale || scale != decimal.Truncate(scale)))
        {
            reader.Errors.Add(
                at, "SUP5030", "scale", Invariant.Text(scale), "0", Invariant.Text(MaxScale));
            return;
        }

        reader.Scale = (int)scale;
    }

    private string VersionBy(PackNode node, PackVocabulary vocabulary) => reader.Word(
        node,
        [
            LedgerSet.AsOf, "occurredOn", "recordedOn",
            .. vocabulary.Events.Values.SelectMany(type => type.Fields!)
                .Where(field => field.Value.Kind == FactKind.Date && field.Key is not ("on" or "recordedOn"))
                .Select(field => field.Key).Distinct(StringComparer.Ordinal),
        ]);
}
