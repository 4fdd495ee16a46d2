using Supervision.Registry;

namespace Supervision.Web.Publication;

/// <summary>Names of agencies by id, of those that are going to be shown. Immutable.</summary>
internal sealed class AgencyNames
{
    private readonly Dictionary<string, string> _names;

    private AgencyNames(Dictionary<string, string> names) => _names = names;

    /// <summary>No names.</summary>
    public static AgencyNames None { get; } = new([]);

    /// <summary>The name; the id of an agency that is not in the register.</summary>
    public string this[string id] => _names.GetValueOrDefault(id, id);

    public static async Task<AgencyNames> ReadAsync(IOfficerStore officers, IEnumerable<string> ids, CancellationToken cancellationToken) => new(
        (await officers.FindAgenciesAsync([.. ids.Distinct(StringComparer.Ordinal)], cancellationToken)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal));
}
