using System.Security.Cryptography;
using Supervision.Decisions;
using Supervision.Rules.Decisions;
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
        var ledgers = new LedgerReader(reader, new AmountReader(reader, parameters, source)).Read(form.Optional("ledgers"));
        var decisions = new DecisionReader(reader, Facts(form, ledgers)).Read(form.Optional("decisions"));
        var bindings = new BindingReader(reader, parameters, ledgers, decisions);
        var pack = new RulePack(
            file,
            parameters,
            new LedgerSet(ledgers, reader.Scale, effective.From, source),
            decisions,
            new ExampleReader(reader).Read(form.Optional("examples")))
        {
            Reference = new PolicyReference(id, version, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))),
            Effective = effective,
            Source = source,
            SourceReference = reference,
            Credit = form.Optional("credit") is { } credit ? bindings.Credit(credit) : null,
            Risk = form.Optional("risk") is { } risk ? bindings.Risk(risk) : null,
            Draw = form.Optional("draw") is { } draw ? bindings.Draw(draw) : null,
        };
        if (new[] { form.Has("credit"), form.Has("risk"), form.Has("draw") }.Count(there => there) != 1)
        {
            reader.Errors.Add(root, "SUP5031");
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

    /// <summary>What a table of this pack may look at: its own ledgers, or the facts of a risk assessment.</summary>
    private static Dictionary<string, ColumnType> Facts(PackObject form, IReadOnlyList<LedgerDefinition> ledgers)
    {
        if (form.Has("risk"))
        {
            return new(RiskFacts.Types, StringComparer.Ordinal);
        }

        return ledgers
            .SelectMany(ledger => LedgerReading.Names.Select(name => $"{ledger.Name}.{name}"))
            .ToDictionary(name => name, _ => ColumnType.AnyNumber, StringComparer.Ordinal);
    }
}
