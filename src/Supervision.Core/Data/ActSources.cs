using Supervision.Catalog;
using Supervision.Registry;

namespace Supervision.Data;

/// <summary>What an act is written from.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Profile">What no register holds.</param>
/// <param name="Subject">The subject, or null when it is not registered any more.</param>
/// <param name="Item">The item, or null.</param>
/// <param name="Officers">Officers as registered, by id.</param>
internal sealed record ActSources(
    Agency Agency, ExportProfile Profile, Subject? Subject, SupervisionItem? Item, IReadOnlyDictionary<string, Officer> Officers)
{
    /// <summary>Names of officers as the tables list them.</summary>
    public string NamesOf(IEnumerable<string> ids) => string.Join(';', ids.Select(id => Officers.GetValueOrDefault(id)?.Name ?? id));

    /// <summary>Their certificate numbers.</summary>
    public string CertificatesOf(IEnumerable<string> ids) => string.Join(';', ids.Select(id => Officers.GetValueOrDefault(id)?.CertificateNumber ?? ""));
}
