using System.Globalization;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Documents;

namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>A step as it was typed; a refused form is shown again with it. Set by the request alone.</summary>
internal sealed class CaseForm
{
    /// <summary>Version of the case that was on the screen.</summary>
    public int Version { get; set; }

    public DateOnly? On { get; set; }

    public string? Text { get; set; }

    public string? ApprovedBy { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    public string? Persons { get; set; }

    public PenaltyKind[] Kinds { get; set; } = [];

    public decimal? Fine { get; set; }

    public decimal? Gains { get; set; }

    public decimal? Goods { get; set; }

    public int? Months { get; set; }

    public string[] Benchmarks { get; set; } = [];

    public PenaltyGrade? Grade { get; set; }

    public NoPenaltyGround? Ground { get; set; }

    public DateOnly? Planned { get; set; }

    public decimal? Amount { get; set; }

    public string? Instalments { get; set; }

    public ServiceMethod? Method { get; set; }

    public PublicityChannel? Channel { get; set; }

    public ExclusionKind? Exclusion { get; set; }

    public RemedyKind? Remedy { get; set; }

    public string? Reference { get; set; }

    public CaseMarks[] Marks { get; set; } = [];

    public string? AgencyShort { get; set; }

    public string? Contact { get; set; }

    public string? Phone { get; set; }

    /// <summary>What the document of the step says of the agency.</summary>
    public CaseDesk Desk => new((AgencyShort ?? "").Trim(), (Contact ?? "").Trim(), (Phone ?? "").Trim(), null);

    /// <summary>The step; it happened today when no day is given. SUP7652: a line of the instalments is no day with an amount.</summary>
    public Outcome<CaseEntry> Entry(CaseTrigger trigger, DateOnly today)
    {
        var parts = new List<Instalment>();
        foreach (var (line, number) in (Instalments ?? "").Split('\n').Select((line, index) => (line.Trim(), index + 1)).Where(one => one.Item1.Length > 0))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2 || !DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || !decimal.TryParse(words[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return Refusal.Of("SUP7652", number.ToString(CultureInfo.InvariantCulture), line);
            }

            parts.Add(new Instalment(day, amount));
        }

        return new CaseEntry(trigger, On ?? today)
        {
            Text = (Text ?? "").Trim(), ApprovedBy = Given(ApprovedBy), ApprovedOn = ApprovedOn, Persons = SplitIds(Persons), Sanction = SanctionOrNull(),
            Benchmarks = [.. Benchmarks.Where(id => id.Length > 0)], Grade = Grade, Ground = Ground, Planned = Planned, Amount = Amount, Instalments = parts,
            Method = Method, Channel = Channel, Exclusion = Exclusion, Remedy = Remedy, Reference = Given(Reference),
            Marks = Marks.Aggregate(CaseMarks.None, (all, mark) => all | mark),
        };
    }

    /// <summary>Ids as people type them: between commas, Chinese or not, or blanks.</summary>
    public static IReadOnlyList<string> SplitIds(string? text) =>
        (text ?? "").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // A form without kinds and amounts says nothing of a sanction. An amount brings its kind.
    private Sanction? SanctionOrNull()
    {
        var kinds = Kinds.Aggregate(PenaltyKind.None, (all, kind) => all | kind)
            | (Fine > 0 ? PenaltyKind.Fine : PenaltyKind.None)
            | (Gains > 0 ? PenaltyKind.ConfiscationOfGains : PenaltyKind.None)
            | (Goods > 0 ? PenaltyKind.ConfiscationOfGoods : PenaltyKind.None);
        return kinds == PenaltyKind.None ? null : new Sanction(kinds, Fine ?? 0m, Gains ?? 0m, Goods ?? 0m, Months ?? 0);
    }
}
