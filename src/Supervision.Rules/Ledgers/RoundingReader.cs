using Supervision.Rules.Packs;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Ledgers;

/// <summary>Reads <c>{ digits: 1, mode: halfUp }</c>.</summary>
internal static class RoundingReader
{
    private const int MostDigits = 10;

    public static Rounding Read(PackReader reader, PackNode? node)
    {
        var form = reader.Object(node);
        var at = form.Required("digits");
        var digits = reader.Number(at);
        var mode = reader.Word(form.Required("mode"), Rounding.Modes);
        form.Done();
        if (digits < 0 || digits > MostDigits || digits != decimal.Truncate(digits))
        {
            reader.Errors.Add(at!, "SUP5030", "digits", Invariant.Text(digits), "0", Invariant.Text(MostDigits));
            return new Rounding(0, mode);
        }

        return new Rounding((int)digits, mode);
    }
}
