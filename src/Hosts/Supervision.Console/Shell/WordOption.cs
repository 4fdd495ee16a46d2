using System.CommandLine;
using System.CommandLine.Parsing;

namespace Supervision.Console.Shell;

/// <summary>Options whose value is one of the program's words: named as steps are, by its English name or by its word in either language.</summary>
internal static class WordOption
{
    public static Option<T?> One<T>(string name, string helpName)
        where T : struct, Enum =>
        new(name) { HelpName = helpName, CustomParser = given => Read<T>(given) is [var value, ..] ? value : null };

    public static Option<T[]> Many<T>(string name, string helpName)
        where T : struct, Enum =>
        new(name) { HelpName = helpName, CustomParser = given => Read<T>(given) };

    // What is expected instead is said by UsageFaults.
    private static T[] Read<T>(ArgumentResult given)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var token in given.Tokens)
        {
            if (StepWord.TryRead<T>(token.Value, out var value))
            {
                values.Add(value);
            }
            else
            {
                given.AddError(token.Value);
            }
        }

        return [.. values];
    }
}
