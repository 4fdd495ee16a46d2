using System.Globalization;
using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Hosting.Import;

/// <summary>Turns rows of a file into things to register, one at a time; the first fault of a row makes it a reject.</summary>
internal abstract class RowReader<T>(CsvTable table, FieldMap map) : IDisposable
    where T : class
{
    private const int ShownLength = 300;
    // Text that is only searched for keywords is not kept, so it may be long.
    private const int SearchedLength = 20_000;

    private ImportReject? _reject;

    public FieldMap Map { get; } = map;

    public double Fraction => table.Fraction;

    /// <summary>Rows in file order, read as they are asked for. Enumerate once.</summary>
    public IEnumerable<ImportRow<T>> Rows()
    {
        while (table.Read())
        {
            _reject = null;
            var value = IsReadable() ? Build() : null;
            yield return new ImportRow<T>(table.Row, _reject is null ? value : null, _reject);
        }
    }

    public void Dispose() => table.Dispose();

    /// <summary>The current row; faults are told by <see cref="Reject"/>, and then the value does not count.</summary>
    protected abstract T? Build();

    protected Field? Field(string name) => Map.Find(name);

    protected void Reject(string column, string value, Refusal reason, string remedy) =>
        _reject ??= new ImportReject(
            table.Row, column, value.Length > ShownLength ? value[..ShownLength] + "…" : value, reason, Message.Of(remedy));

    /// <summary>The checked text of a field, by its value map where it has one; empty when there is none.</summary>
    protected string Text(Field? field)
    {
        if (field is null)
        {
            return "";
        }

        var raw = field.Raw(table);
        if (raw.Length == 0)
        {
            if (field.Spec.IsRequired)
            {
                Reject(field.Column, raw, Refusal.Of("SUP1043", field.Spec.Name), "import.remedy.fill");
            }

            return raw;
        }

        if (TextRules.Judge(raw, field.IsKeyworded || field.Values is not null ? SearchedLength : field.Spec.MaxLength) is { } fault)
        {
            Reject(field.Column, raw, fault.Refusal, fault.Remedy);
            return "";
        }

        var text = field.Cut(raw);
        if (field.Values is null)
        {
            return text;
        }

        if (!field.Values.TryGetValue(text, out var ours))
        {
            Reject(field.Column, raw, Refusal.Of("SUP1045", field.Spec.Name, text, string.Join(", ", field.Values.Keys)), "import.remedy.value");
            return "";
        }

        return ours;
    }

    protected IReadOnlyList<string> List(Field? field) => field is null ? [] : field.List(Text(field));

    protected DateOnly? Date(Field? field)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, field!.DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Reject(field.Column, text, Refusal.Of("SUP1044", text, string.Join(", ", field.DateFormats)), "import.remedy.date");
        return null;
    }

    protected TWord Word<TWord>(Field? field, IReadOnlyDictionary<string, TWord> words, TWord otherwise)
        where TWord : struct
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (words.TryGetValue(text, out var word))
        {
            return word;
        }

        Reject(field!.Column, text, Refusal.Of("SUP1045", field.Spec.Name, text, string.Join(", ", words.Keys)), "import.remedy.value");
        return otherwise;
    }

    private bool IsReadable()
    {
        if (table.Broken is { } line)
        {
            Reject("", line, Refusal.Of("SUP1042"), "import.remedy.quotes");
        }
        else if (table.Count != table.Header.Count)
        {
            Reject("", table[0], Refusal.Of("SUP1041", Invariant(table.Count), Invariant(table.Header.Count)), "import.remedy.columns");
        }

        return _reject is null;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
