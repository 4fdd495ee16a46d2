using System.Globalization;

namespace Supervision.Web.Localization;

/// <summary>What happened, in words, where the journal has the type of a record.</summary>
internal static class RecordWords
{
    private const string Case = "case.";

    /// <summary>The words of a type; a step of a case by its own name, a type without words as it is.</summary>
    public static string Of(string type, WebTexts texts) =>
        texts.Find("record." + type)
        ?? (type.StartsWith(Case, StringComparison.Ordinal) && texts.Find("case.step." + Pascal(type[Case.Length..])) is { } step ? texts.Format("record.case.step", step) : type);

    private static string Pascal(string words) => string.Concat(words.Split('-').Select(word => word.Length == 0 ? "" : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
