using Supervision.Decisions;
using Supervision.Rules.Packs.Yaml;

namespace Supervision.Rules.Packs;

/// <summary>Reads { title, article, ref }: <c>source:</c> and every <c>basis:</c>.</summary>
internal static class Citation
{
    public static (LegalBasis Basis, string Reference) Read(PackReader reader, PackNode? node)
    {
        var form = reader.Object(node);
        var title = reader.Text(form.Required("title"));
        var article = form.Optional("article") is { } cited ? reader.Text(cited) : "";
        var reference = form.Optional("ref") is { } place ? reader.Text(place) : "";
        form.Done();
        return (new LegalBasis(title, article), reference);
    }
}
