using Supervision.Registry;

namespace Supervision.Hosting.Import;

/// <summary>Officers from a CSV file.</summary>
internal sealed class OfficerReader : RowReader<Officer>
{
    public static readonly IReadOnlyList<FieldSpec> Fields =
    [
        new("id", 64, IsRequired: true),
        new("name", 100, IsRequired: true),
        new("agency", 64, IsRequired: true),
        new("certificate", 64),
        new("valid_from", 40),
        new("valid_to", 40),
        new("fields", 500),
        new("suspended", 8),
    ];

    private OfficerReader(CsvTable table, FieldMap map)
        : base(table, map)
    {
    }

    /// <exception cref="Decisions.RefusedException">File, header or mapping cannot be used.</exception>
    public static OfficerReader Open(string path, string? mapping)
    {
        var table = CsvTable.Open(path);
        try
        {
            return new OfficerReader(table, FieldMap.Bind("officers", Fields, table.Header, path, mapping));
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    protected override Officer? Build() => new()
    {
        Id = Text(Field("id")),
        Name = TextRules.Normalise(Text(Field("name"))),
        AgencyId = Text(Field("agency")),
        CertificateNumber = Text(Field("certificate")),
        ValidFrom = Date(Field("valid_from")) ?? default,
        ValidTo = Date(Field("valid_to")) ?? default,
        Fields = List(Field("fields")),
        IsSuspended = Word(Field("suspended"), Words.Booleans, false),
    };
}
