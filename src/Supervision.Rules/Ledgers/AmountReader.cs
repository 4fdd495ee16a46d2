using Supervision.Decisions;
using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads an amount: <c>12</c>, <c>full</c>, <c>点值[item.severity]</c>.</summary>
internal sealed class AmountReader(
    PackReader reader, IReadOnlyDictionary<string, Parameter> parameters, LegalBasis source)
{
    private const string SeverityKey = "[item.severity]";

    /// <summary>A harmless amount stands in for one that could not be read.</summary>
    public Amount Read(PackNode? node, bool keysAllowed = false)
    {
        if (node is not PackScalar scalar || (!scalar.IsQuoted && PackReader.TryExact(scalar.Text, int.MaxValue, out _)))
        {
            return new Amount(reader.Number(node), null, IsKeyed: false, source);
        }

        var isKeyed = scalar.Text.EndsWith(SeverityKey, StringComparison.Ordinal);
        var name = isKeyed ? scalar.Text[..^SeverityKey.Length] : scalar.Text;
        if (!parameters.TryGetValue(name, out var parameter))
        {
            reader.Errors.Add(scalar, "SUP5020", name, string.Join(", ", parameters.Keys));
            return new Amount(0, null, IsKeyed: false, source);
        }

        if (isKeyed && !keysAllowed)
        {
            reader.Errors.Add(scalar, "SUP5022", scalar.Text);
        }

        ParameterKeys.Check(reader, scalar, parameter, isKeyed ? Amount.Severities : [""]);
        return new Amount(0, parameter, isKeyed, source);
    }
}
