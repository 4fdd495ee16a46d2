using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Supervision.Console.Shell;

/// <summary>What is wrong with a command line, in the reader's language: what is missing or not understood, and what is expected there.</summary>
internal static class UsageFaults
{
    public static IReadOnlyList<string> Of(ParseResult parsed, Texts texts)
    {
        var command = parsed.CommandResult.Command;
        List<string> faults =
        [
            .. Words(parsed, texts),
            .. from argument in command.Arguments
               where argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0)
               select texts.Format("usage.argument", argument.Name, argument.Description),
            .. from option in command.Options
               where option.Required && parsed.GetResult(option) is null or { Implicit: true }
               select texts.Format("usage.option", option.Name, option.Description),
            .. parsed.Errors.Select(fault => Value(fault, texts)).OfType<string>(),
        ];
        return faults.Count > 0 ? faults : [.. parsed.Errors.Select(fault => fault.Message)];
    }

    private static IEnumerable<string> Words(ParseResult parsed, Texts texts)
    {
        var below = string.Join(texts["word.separator"], parsed.CommandResult.Command.Subcommands.Select(command => command.Name));
        if (below.Length == 0)
        {
            return parsed.UnmatchedTokens.Select(word => texts.Format("usage.word", word));
        }

        return parsed.UnmatchedTokens is [var first, ..] ? [texts.Format("usage.command", first, below)]
            : parsed.CommandResult.Command.Action is null ? [texts.Format("usage.command.missing", below)]
            : [];
    }

    // An option without its value, or a value that cannot be read; what a validator says of it is said in its own words.
    private static string? Value(ParseError fault, Texts texts)
    {
        var (name, type, tokens) = fault.SymbolResult switch
        {
            OptionResult { Implicit: false } given => (given.Option.Name, given.Option.ValueType, given.Tokens),
            ArgumentResult { Parent: OptionResult { Implicit: false } given } => (given.Option.Name, given.Option.ValueType, given.Tokens),
            ArgumentResult given => (given.Argument.Name, given.Argument.ValueType, given.Tokens),
            _ => ("", typeof(string), []),
        };
        return tokens is [] ? name.StartsWith('-') ? texts.Format("usage.value.missing", name) : null
            : tokens.Select(token => token.Value).FirstOrDefault(value => !CanBe(type, value)) is { } wrong && Expected(type, texts) is { } expected
                ? texts.Format("usage.value", name, wrong, expected)
            : fault.Message;
    }

    private static bool CanBe(Type type, string value) => Plain(type) switch
    {
        { IsEnum: true } values => Enum.GetNames(values).Contains(value.Replace("-", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)
            || (Vocabulary.Places.ContainsKey(values) && Vocabulary.ValueOf(values, value) is not null),
        var plain when plain == typeof(DateOnly) => DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _),
        var plain when plain == typeof(int) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        var plain when plain == typeof(decimal) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    private static string? Expected(Type type, Texts texts) => Plain(type) switch
    {
        { IsEnum: true } values => Vocabulary.List([.. Enum.GetValues(values).Cast<Enum>().Select(value => Named(value, texts))], texts.Culture),
        var plain when plain == typeof(DateOnly) => texts["usage.value.date"],
        var plain when plain == typeof(int) => texts["usage.value.whole"],
        var plain when plain == typeof(decimal) => texts["usage.value.number"],
        _ => null,
    };

    private static string Named(Enum value, Texts texts) =>
        Vocabulary.Places.ContainsKey(value.GetType()) ? $"{value} ({texts.Word(value)})" : value.ToString();

    private static Type Plain(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(one) ?? one;
    }
}
