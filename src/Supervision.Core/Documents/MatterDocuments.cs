using System.Globalization;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;

namespace Supervision.Documents;

/// <summary>The facts of the documents that a matter gives. Pure.</summary>
public static class MatterDocuments
{
    // Documents are in Chinese whoever makes them.
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>The facts of a kind of document. SUP2606: the matter gives none: a promise is to be signed, an entry decided.</summary>
    public static Outcome<DocumentFacts> Of(DocumentKind kind, MatterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var matter = file.Matter;
        return kind switch
        {
            DocumentKind.PromiseLetter when matter is { Kind: MatterKind.Commitment } && file.Terms is not null && matter.Last(MatterTrigger.Sign) is not null
                => PromiseLetter(file),
            DocumentKind.ListDecision when matter is { Kind: MatterKind.ListEntry } && matter.Last(MatterTrigger.Confirm) is not null => ListDecision(file),
            _ => Refusal.Of("SUP2606", matter.Id, kind.ToString()),
        };
    }

    private static DocumentFacts PromiseLetter(MatterFile file)
    {
        var matter = file.Matter;
        var signed = matter.Last(MatterTrigger.Sign)!;
        List<(string, string)> values =
        [
            .. TaskDocuments.Party(file.Agency, file.Subject),
            ("matter", matter.Title),
            ("terms", matter.Fact("terms")!),
            ("signature", signed.Entry.Reference!),
            ("date", Date(signed.Entry.At)),
            ("contact.name", file.ContactName),
            ("contact.phone", file.ContactPhone),
        ];
        if (matter.Fact("checkBy") is { } last)
        {
            values.Add(("checkBy", Date(last)));
        }

        return DocumentFacts.Of(values).With("terms", [.. file.Terms!.Points.Select(point =>
            (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(StringComparer.Ordinal) { ["no"] = point.Id, ["text"] = point.Text })]);
    }

    private static DocumentFacts ListDecision(MatterFile file)
    {
        var matter = file.Matter;
        var decided = matter.Last(MatterTrigger.Confirm)!;
        var from = Day(matter.Fact("from")!);
        List<(string, string)> values =
        [
            .. TaskDocuments.Party(file.Agency, file.Subject),
            ("list", Message.Of($"list.{matter.Category}").In(s_chinese)),
            ("ground", matter.Title),
            ("facts", CaseTexts.Sentence(matter.Fact("reasons")!)),
            ("plea", Plea(matter)),
            ("reason", CaseTexts.Sentence(decided.Entry.Text)),
            ("basis", $"《{matter.Fact("law")}》{matter.Fact("article")}"),
            ("period", matter.Fact("until") is { } last ? $"列入期限自{TaskDocuments.Date(from)}起至{Date(last)}止。" : $"自{TaskDocuments.Date(from)}起列入。"),
            ("removal", Removal(matter)),
            ("remedy", CaseTexts.Remedies(file.Agency, file.Law.Procedure, from)),
            ("date", Date(decided.Entry.At)),
        ];
        if (file.Parts.Where(part => part is { Kind: MatterKind.ListEntry, Category: nameof(ListKind.JointMeasure) }).Select(part => part.Title).ToList() is { Count: > 0 } measures)
        {
            values.Add(("measures", string.Join("；", measures) + "。"));
        }

        return DocumentFacts.Of(values);
    }

    private static string Plea(Matter matter) => matter.Last(MatterTrigger.Plead) is { } plea
        ? $"本机关已告知拟列入的事实、理由和依据，你（单位）陈述申辩：{CaseTexts.Sentence(plea.Entry.Text)}"
        : "本机关已告知拟列入的事实、理由和依据，你（单位）没有陈述申辩。";

    private static string Removal(Matter matter)
    {
        var earliest = matter.Fact("liftFrom") is { } first ? $"自{Date(first)}起，" : "";
        var asked = (matter.Fact("asks") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ask => Message.Of($"list.asks.{ask}").In(s_chinese));
        return $"{earliest}{string.Join("、", asked.DefaultIfEmpty("列入情形消除"))}的，可以申请移出。";
    }

    private static string Date(DateTimeOffset at) => TaskDocuments.Date(DateOnly.FromDateTime(at.DateTime));

    private static string Date(string day) => TaskDocuments.Date(Day(day));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
