using System.Text.Json;

namespace Supervision.Console.Shell;

/// <summary>How a person names a step: by its English name, as in <c>serve-notice</c> or <c>ServeNotice</c>, or by its word in either language, as the messages say it.</summary>
internal static class StepWord
{
    public static bool TryRead<T>(string word, out T step)
        where T : struct, Enum
    {
        if (Vocabulary.ValueOf<T>(word) is { } said)
        {
            step = said;
            return true;
        }

        return Enum.TryParse(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out step) && Enum.IsDefined(step) && !char.IsAsciiDigit(word[0]);
    }

    /// <summary>A line with the steps that may follow; none where nothing follows.</summary>
    public static void ShowNext<T>(CommandRun run, Output output, IEnumerable<T> steps)
        where T : struct, Enum
    {
        if (All(steps.Distinct(), run.Texts) is { Length: > 0 } next)
        {
            output.Line("");
            output.Line(run.Texts.Format("step.next", next));
        }
    }

    /// <summary>Steps as one may type them, each with its word.</summary>
    public static string All<T>(IEnumerable<T> steps, Texts texts)
        where T : struct, Enum =>
        Vocabulary.List([.. steps.Select(step => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString())} ({texts.Word(step)})")], texts.Culture);
}
