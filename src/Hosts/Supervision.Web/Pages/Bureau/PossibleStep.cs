using Supervision.Decisions;

namespace Supervision.Web.Pages.Bureau;

/// <summary>A step that the life-cycle has from where a thing stands. Immutable.</summary>
/// <param name="Trigger">The step.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Basis">Its provision, or null.</param>
/// <param name="Conditions">Names of its guards, in the order in which they are asked.</param>
/// <param name="NotNow">Why it is not possible today whatever is entered; null when it is.</param>
internal sealed record PossibleStep(string Trigger, string To, LegalBasis? Basis, IReadOnlyList<string> Conditions, Refusal? NotNow)
{
    /// <summary>Key of the text of a guard: "two handlers, not recused" is guard.two-handlers-not-recused.</summary>
    public static string KeyOf(string guard) =>
        "guard." + string.Join('-', guard.Split([' ', ',', ';', '\'', '.'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
