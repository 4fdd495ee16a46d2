using System.Text;
using Supervision.Hosting.Policies;
using Supervision.Rules.Packs;

namespace Supervision.Web.Studio;

/// <summary>The packs that the host begins with: those of a folder, or those that ship. What the database has published goes before them.</summary>
internal sealed class HostPacks
{
    public HostPacks(WebSettings settings)
    {
        Files = [.. RulePackFiles.Read(settings.Rules).Select(file => (
            RulePackLoader.LoadForPublication(file.Name, file.Bytes), file.Name, Encoding.UTF8.GetString(file.Bytes)))];
        Registry = new RulePackRegistry(Files.Select(file => file.Pack));
    }

    public IReadOnlyList<(RulePack Pack, string File, string Text)> Files { get; }

    public RulePackRegistry Registry { get; }
}
