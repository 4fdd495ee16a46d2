using System.Text.Json.Serialization;
using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

/// <summary>A report of another department's system: inside a step, and as the file that <see cref="FolderCaseSystem"/> exchanges.</summary>
internal sealed record CaseReportJson
{
    [JsonRequired]
    public required string Parcel { get; init; }

    [JsonRequired]
    public required int Number { get; init; }

    [JsonRequired]
    public required string ForeignId { get; init; }

    [JsonRequired]
    public required string Stage { get; init; }

    [JsonRequired]
    public required string State { get; init; }

    [JsonRequired]
    public required string On { get; init; }

    public string? Text { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Kinds { get; init; }

    public decimal Fine { get; init; }

    public decimal Gains { get; init; }

    public decimal Goods { get; init; }

    public int Months { get; init; }

    public bool Annulled { get; init; }

    public string? Channel { get; init; }

    public string? PublishedOn { get; init; }

    public string? WithdrawnOn { get; init; }

    public static CaseReportJson Of(CaseReport report) => new()
    {
        Parcel = report.ParcelId, Number = report.Number, ForeignId = report.ForeignId, Stage = report.Stage.ToString(), State = report.State,
        On = Stored.Date(report.On), Text = report.Text, DocumentNumber = report.DocumentNumber, Kinds = report.Sanction?.Kinds.ToString(),
        Fine = report.Sanction?.Fine ?? 0m, Gains = report.Sanction?.Gains ?? 0m, Goods = report.Sanction?.Goods ?? 0m,
        Months = report.Sanction?.Months ?? 0, Annulled = report.IsAnnulled, Channel = report.Publication?.Channel.ToString(),
        PublishedOn = Stored.Date(report.Publication?.On), WithdrawnOn = Stored.Date(report.Publication?.WithdrawnOn),
    };

    /// <exception cref="FormatException">A day, a stage, a kind of penalty or a channel is none.</exception>
    public CaseReport ToReport() => new(
        Given(Parcel, "parcel"), Number, Given(ForeignId, "foreignId"), Word<CaseStage>(Stage, "stage"), Given(State, "state"), Day(On, "on"))
    {
        Text = Text ?? "", DocumentNumber = DocumentNumber, IsAnnulled = Annulled,
        Sanction = Kinds is null ? null : new Sanction(Word<PenaltyKind>(Kinds, "kinds"), Fine, Gains, Goods, Months),
        Publication = Channel is null ? null : new CasePublication(
            Word<PublicityChannel>(Channel, "channel"), Day(PublishedOn, "publishedOn"), WithdrawnOn is null ? null : Day(WithdrawnOn, "withdrawnOn")),
    };

    private static string Given(string? text, string member) => text ?? throw new FormatException($"{member}: a text is missing.");

    // A number would be taken for a word, too: 99 is no stage.
    private static T Word<T>(string? text, string member)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var word) && char.IsAsciiLetter(text.TrimStart()[0])
            ? word
            : throw new FormatException($"{member} = \"{text}\": one of {string.Join(", ", Enum.GetNames<T>())}.");

    private static DateOnly Day(string? text, string member) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{member} = \"{text}\": a day as yyyy-MM-dd.");
}
