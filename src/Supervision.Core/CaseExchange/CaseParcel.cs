using System.Globalization;
using System.Text;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Registry;

namespace Supervision.CaseExchange;

/// <summary>移送件: a case as it is handed over to a department that runs its own case system. Immutable.</summary>
/// <param name="Case">The case after the step that handed it over.</param>
/// <param name="Party">The party as registered.</param>
public sealed record CaseParcel(PenaltyCase Case, Subject Party)
{
    /// <summary>Identifies the handing-over, see <see cref="CaseTransferRecord.ParcelId"/>.</summary>
    public string Id => Case.Transfer!.ParcelId;

    /// <summary>
    /// The parcel as one JSON object: parcel, case, agencies, party, clue, and the steps up to the handing-over with day, text and reference.
    /// Days are yyyy-MM-dd; a member without a value is null. The reference is docs/guides/cases-elsewhere.md.
    /// </summary>
    public string Content => CanonicalJson.Of(json =>
    {
        var (transfer, clue) = (Case.Transfer!, Case.Clue);
        json.WriteString("parcel", Id);
        json.WriteString("case", Case.Id);
        json.WriteString("fromAgency", Case.AgencyId);
        json.WriteString("toAgency", transfer.Agency);
        json.WriteString("handedOverOn", Invariant.Text(transfer.On));
        json.WriteStartObject("party");
        json.WriteString("id", Party.Id);
        json.WriteString("name", Party.Name);
        json.WriteString("kind", Party.Kind.ToString());
        json.WriteString("creditCode", Party.Uscc?.ToString());
        json.WriteString("division", Party.DivisionCode);
        json.WriteString("address", Party.Address);
        json.WriteEndObject();
        json.WriteStartObject("clue");
        json.WriteString("source", clue.Source.ToString());
        json.WriteString("receivedOn", Invariant.Text(clue.ReceivedOn));
        json.WriteString("violationOn", Invariant.Text(clue.ViolationOn));
        json.WriteString("act", clue.ActId);
        json.WriteString("facts", clue.Facts);
        json.WriteString("task", clue.TaskId);
        json.WriteStartArray("findings");
        foreach (var finding in clue.FindingIds)
        {
            json.WriteStringValue(finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("filedOn", Case.FiledOn is { } filed ? Invariant.Text(filed) : null);
        json.WriteStartArray("steps");
        foreach (var step in StepsToThere())
        {
            Write(json, step);
        }

        json.WriteEndArray();
    });

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8; 64 lower-case hexadecimal digits.</summary>
    public string Hash => Hashing.Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(Content)).ToString();

    /// <summary>The case that a parcel is of, or null when the id is none of a parcel.</summary>
    public static string? CaseIdOf(string parcelId)
    {
        ArgumentNullException.ThrowIfNull(parcelId);
        var dot = parcelId.LastIndexOf('.');
        return dot > 0 && Identifier.IsValid(parcelId[..dot]) && int.TryParse(parcelId.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? parcelId[..dot] : null;
    }

    // What was recorded after the handing-over is not part of it: a delivery that is tried again has the same steps.
    private IEnumerable<CaseStep> StepsToThere()
    {
        var last = int.Parse(Id.AsSpan(Id.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);
        return Case.Steps.Take(last);
    }

    private static void Write(Utf8JsonWriter json, CaseStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("number", step.Number);
        json.WriteString("on", Invariant.Text(step.Entry.On));
        json.WriteString("step", step.Entry.Trigger.ToString());
        json.WriteString("text", step.Entry.Text);
        json.WriteString("reference", step.Entry.Reference);
        json.WriteEndObject();
    }
}
