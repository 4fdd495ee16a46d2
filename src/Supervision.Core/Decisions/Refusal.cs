using System.Globalization;

namespace Supervision.Decisions;

/// <summary>A lawful "no": which rule said it, in words, and on what basis. It is a value, not an exception.</summary>
/// <param name="Code">Stable code, "SUP" and four digits; docs/reference/errors.md has a line for each.</param>
/// <param name="Message">What was wrong and what to do, in zh-CN or English.</param>
/// <param name="Basis">The provision that demands the refusal, or null for a purely technical one.</param>
public sealed record Refusal(string Code, Message Message, LegalBasis? Basis = null)
{
    /// <summary>A refusal whose text is the resource of the same name as its code.</summary>
    public static Refusal Of(string code, params string[] arguments) => new(code, Message.Of(code, arguments));

    /// <summary>The same refusal, resting on a provision.</summary>
    public Refusal On(LegalBasis basis) => this with { Basis = basis };

    /// <summary>Code, text and basis on one line.</summary>
    public string In(CultureInfo culture) =>
        Basis is null ? $"{Code}: {Message.In(culture)}" : $"{Code}: {Message.In(culture)} ({Basis})";

    /// <summary>The line in English, for logs and debuggers.</summary>
    public override string ToString() => In(CultureInfo.GetCultureInfo("en"));
}
