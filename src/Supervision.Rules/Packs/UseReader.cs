using Supervision.Rules.Facts;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads <c>uses:</c>: results of other policies, by the names of this pack.</summary>
internal static class UseReader
{
    public static IReadOnlyList<PackUse> Read(PackReader reader, EventTypes types, PackVocabulary vocabulary, PackNode? node)
    {
        var uses = new List<PackUse>();
        foreach (var (name, value) in node is null ? [] : reader.Entries(node))
        {
            var form = reader.Object(value);
            var policy = reader.Text(form.Required("policy"));
            var decision = reader.Text(form.Required("decision"));
            var type = form.Required("is") is { } given ? types.Type(given) : FactType.Unknown;
            PackText.Note(reader, form);
            form.Done();
            if (vocabulary.State.Facts().Any(known => string.Equals(known.Key, name.Text, StringComparison.Ordinal)))
            {
                reader.Errors.Add(name, "SUP5007", name.Text);
            }

            uses.Add(new PackUse(name.Text, policy, decision, type, name.Line, name.Column));
        }

        return uses;
    }
}
