using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>What the national tables ask for and no register of ours holds. Immutable.</summary>
/// <param name="BodyCode">Unified social credit code of the agency.</param>
/// <param name="Checklists">Check-list implementation code 检查实施清单编码 by the id of our checklist.</param>
/// <param name="DelegatedBy">Code and name of the body that delegated the agency, or null.</param>
/// <param name="Reporter">Who reports.</param>
public sealed record ExportProfile(
    string BodyCode, IReadOnlyDictionary<string, string> Checklists, DelegatingBody? DelegatedBy = null, string? Reporter = null)
{
    /// <summary>Reads a profile. SUP7401: the text is no such JSON; the message says where.</summary>
    public static Outcome<ExportProfile> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, DataJson.Default.ExportProfile) is { } profile ? profile : Refusal.Of("SUP7401", "$", "null");
        }
        catch (JsonException wrong)
        {
            return Refusal.Of("SUP7401", wrong.Path ?? "$", wrong.Message);
        }
    }
}
