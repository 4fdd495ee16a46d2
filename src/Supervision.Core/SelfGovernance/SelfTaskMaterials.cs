using System.Text.Json;
using Supervision.Cases;
using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.SelfGovernance;

/// <summary>The materials of self-governance tasks, exams with their questions and pass marks among them: dated data. Immutable, thread-safe.</summary>
public sealed class SelfTaskMaterials
{
    private static readonly Lazy<SelfTaskMaterials> s_shipped =
        new(() => Parse(ShippedDocument.Read("Supervision.SelfGovernance.Data.self-task-materials.json")));

    private readonly List<SelfTaskMaterial> _materials;

    private SelfTaskMaterials(List<SelfTaskMaterial> materials) => _materials = materials;

    /// <summary>Examples that come with the library; a bureau gives its own.</summary>
    public static SelfTaskMaterials Shipped => s_shipped.Value;

    /// <summary>Reads <c>materials</c> [{id, kind, title, passMark?, parts: [{id, text, options?, right?}], law, article, from, to?}].</summary>
    /// <exception cref="JsonException">The text is not JSON of that shape; the message names the part.</exception>
    public static SelfTaskMaterials Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(json);
        return new SelfTaskMaterials([.. CaseData.Items(document.RootElement, "materials").Select(MaterialOf)]);
    }

    /// <summary>The materials on a civil date.</summary>
    public IReadOnlyList<SelfTaskMaterial> On(DateOnly date) => [.. _materials.Where(one => one.Basis.IsInForceOn(date))];

    /// <summary>The material with an id on a civil date. SUP3145: there is none.</summary>
    public Outcome<SelfTaskMaterial> Find(string id, DateOnly date) =>
        _materials.FindLast(one => one.Id == id && one.Basis.IsInForceOn(date)) is { } found
            ? found
            : Refusal.Of("SUP3145", id, string.Join(", ", On(date).Select(one => one.Id)));

    private static SelfTaskMaterial MaterialOf(JsonElement item)
    {
        var read = new SelfTaskMaterial(
            CaseData.Text(item, "id"), CaseData.EnumOf<SelfGovernanceKind>(CaseData.Required(item, "kind")), CaseData.Text(item, "title"),
            [.. CaseData.Required(item, "parts").EnumerateArray().Select(PartOf)],
            item.TryGetProperty("passMark", out var pass) ? pass.GetDecimal() : null, CaseData.BasisOf(item));
        var isExam = read.Kind == SelfGovernanceKind.Exam;
        return read.Parts.Count > 0 && read.Parts.Select(part => part.Id).Distinct(StringComparer.Ordinal).Count() == read.Parts.Count
            && isExam == (read.PassMark is >= 0 and <= 100) && read.Parts.All(part => isExam == part.Options.Contains(part.Right ?? "", StringComparer.Ordinal))
            ? read
            : throw new JsonException($"'{read.Id}' needs parts with ids of their own; an exam, and only an exam, has a pass mark from 0 to 100 and a right option for each question.");
    }

    private static SelfTaskPart PartOf(JsonElement part) => new(
        CaseData.Text(part, "id"), CaseData.Text(part, "text"),
        [.. CaseData.Items(part, "options").Select(option => option.GetString()!)],
        part.TryGetProperty("right", out var right) ? right.GetString() : null);
}
