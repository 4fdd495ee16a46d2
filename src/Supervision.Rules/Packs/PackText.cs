using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Remarks, which may stand in most parts of a pack.</summary>
internal static class PackText
{
    public static void Note(PackReader reader, PackObject form)
    {
        if (form.Optional("note") is { } note)
        {
            reader.Text(note);
        }
    }
}
