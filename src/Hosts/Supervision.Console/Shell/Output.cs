using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Supervision.Console.Shell;

/// <summary>The data of a command: always on stdout, as lines and tables for people or as one JSON object.</summary>
internal sealed class Output(TextWriter writer, bool json, IAnsiConsole console, bool isTerminal)
{
    // Chinese stays readable; what is printed is no part of a web page.
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    /// <summary>Whether --json was asked for.</summary>
    public bool IsJson { get; } = json;

    /// <summary>For a rendering of its own; plain when stdout is no terminal.</summary>
    public IAnsiConsole Rich { get; } = console;

    /// <summary>One result in the form that was asked for: members of a JSON object, or text for people.</summary>
    public void Show(Action<Utf8JsonWriter> members, Action<Output> text)
    {
        if (!IsJson)
        {
            text(this);
            return;
        }

        using var bytes = new MemoryStream();
        using (var document = new Utf8JsonWriter(bytes, s_options))
        {
            document.WriteStartObject();
            members(document);
            document.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).ReplaceLineEndings("\n"));
    }

    public void Line(string text) => writer.WriteLine(text);

    public void Write(string text) => writer.Write(text);

    /// <summary>A table: a frame on a terminal, tab-separated lines in a pipe.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (!isTerminal)
        {
            writer.WriteLine(string.Join('\t', columns));
            foreach (var row in rows)
            {
                writer.WriteLine(string.Join('\t', row));
            }

            return;
        }

        var table = new Table().AddColumns([.. columns.Select(Markup.Escape)]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        Rich.Write(table);
    }
}
