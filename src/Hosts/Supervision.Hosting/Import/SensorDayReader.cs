using System.Globalization;
using Supervision.Decisions;
using Supervision.Warnings;

namespace Supervision.Hosting.Import;

/// <summary>Days of monitoring points from a CSV file.</summary>
internal sealed class SensorDayReader : RowReader<SensorDay>
{
    public static readonly IReadOnlyList<FieldSpec> Fields =
    [
        new("subject", 64, IsRequired: true),
        new("point", 64, IsRequired: true),
        new("day", 40, IsRequired: true),
        new("expected", 9, IsRequired: true),
        new("received", 9, IsRequired: true),
        new("valid", 9, IsRequired: true),
    ];

    private SensorDayReader(CsvTable table, FieldMap map)
        : base(table, map)
    {
    }

    /// <exception cref="RefusedException">File, header or mapping cannot be used.</exception>
    public static SensorDayReader Open(string path, string? mapping)
    {
        var table = CsvTable.Open(path);
        try
        {
            return new SensorDayReader(table, FieldMap.Bind("sensor-days", Fields, table.Header, path, mapping));
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    protected override SensorDay? Build() =>
        new(Text(Field("subject")), Text(Field("point")), Date(Field("day")) ?? default, Number("expected"), Number("received"), Number("valid"));

    private int Number(string name)
    {
        var text = Text(Field(name));
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text.Length > 0)
        {
            Reject(Field(name)!.Column, text, Refusal.Of("SUP3180", text), "import.remedy.correct");
        }

        return number;
    }
}
