using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Risk;

/// <summary>
/// A standing as it was decided, with the whole explanation of that day: what is shown when somebody asks years later, whatever the policies
/// have become. Immutable.
/// </summary>
/// <param name="Number">Place in the order of decisions, from 1.</param>
/// <param name="SubjectId">Subject.</param>
/// <param name="AsOf">Civil date that the decision speaks for.</param>
/// <param name="DecidedAt">When it was made.</param>
/// <param name="Content">One JSON object, <c>supervision-decision/1</c>: docs/reference/explanations.md has its shape.</param>
public sealed record StandingDecision(
    long Number, string SubjectId, DateOnly AsOf, DateTimeOffset DecidedAt, string Content)
{
    /// <summary>Name and version of the content's format.</summary>
    public const string Format = "supervision-decision/1";

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits. The journal has it too, so a later edit shows.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    /// <summary>The explanation, read from the content.</summary>
    /// <exception cref="FormatException">The content is damaged.</exception>
    public Explanation Explanation
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(Content, new JsonDocumentOptions { MaxDepth = 256 });
                return ExplanationJson.Read(json.RootElement.GetProperty("explanation"));
            }
            catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"Decision {Invariant.Text(Number)} is damaged: {problem.Message}", problem);
            }
        }
    }

    /// <summary>A standing with its explanation, as it is kept.</summary>
    public static StandingDecision Of(long number, SubjectStanding standing, Explanation explanation, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(explanation);
        return new StandingDecision(number, standing.SubjectId, standing.AsOf, decidedAt, CanonicalJson.Of(json =>
        {
            json.WriteString("format", Format);
            json.WriteString("subject", standing.SubjectId);
            json.WriteString("asOf", Invariant.Text(standing.AsOf));
            json.WriteString("points", Invariant.Text(standing.Points));
            json.WriteNumber("steps", standing.Steps);
            json.WriteString("composite", Invariant.Text(standing.CompositeScore));
            json.WriteString("grade", standing.Grade.ToString());
            json.WriteBoolean("personLinked", standing.PersonLinked);
            json.WriteString("class", standing.Class.ToString());
            json.WriteNumber("weight", standing.Weight);
            Policy(json, "creditPolicy", standing.CreditPolicy);
            Policy(json, "riskPolicy", standing.RiskPolicy);
            json.WritePropertyName("explanation");
            ExplanationJson.Write(json, explanation);
        }));
    }

    private static void Policy(Utf8JsonWriter json, string name, PolicyReference policy)
    {
        json.WriteStartObject(name);
        json.WriteString("id", policy.Id);
        json.WriteString("version", policy.Version);
        json.WriteString("hash", policy.ContentHash);
        json.WriteEndObject();
    }
}
