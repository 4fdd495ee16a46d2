using Supervision.Decisions;
using Supervision.Registry;

namespace Supervision.Hosting.Import;

/// <summary>Subjects from a CSV file.</summary>
internal sealed class SubjectReader : RowReader<Subject>
{
    public static readonly IReadOnlyList<FieldSpec> Fields =
    [
        new("id", 64),
        new("kind", 40, IsRequired: true),
        new("name", 200, IsRequired: true),
        new("uscc", 40),
        new("operator", 64),
        new("division", 12, IsRequired: true),
        new("industry", 8),
        new("categories", 500),
        new("status", 40),
        new("address", 300),
        new("registered_on", 40),
        new("risk_class", 8),
    ];

    private readonly Field? _id, _kind, _name, _uscc, _operator, _division, _industry, _categories, _status, _address, _registeredOn, _riskClass;

    private SubjectReader(CsvTable table, FieldMap map)
        : base(table, map)
    {
        _id = Field("id");
        _kind = Field("kind");
        _name = Field("name");
        _uscc = Field("uscc");
        _operator = Field("operator");
        _division = Field("division");
        _industry = Field("industry");
        _categories = Field("categories");
        _status = Field("status");
        _address = Field("address");
        _registeredOn = Field("registered_on");
        _riskClass = Field("risk_class");
    }

    /// <exception cref="RefusedException">File, header or mapping cannot be used.</exception>
    public static SubjectReader Open(string path, string? mapping)
    {
        var table = CsvTable.Open(path);
        try
        {
            var map = FieldMap.Bind("subjects", Fields, table.Header, path, mapping);
            return map.Find("id") is null && map.Find("uscc") is null
                ? throw new RefusedException(Refusal.Of("SUP1053", path, "id | uscc", string.Join(", ", table.Header)))
                : new SubjectReader(table, map);
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    protected override Subject? Build()
    {
        var code = Uscc(out var codeText);
        var id = Text(_id);
        // A code is its own id, in the normalised form, however it was typed.
        id = id.Length == 0 || id == codeText ? code?.Value ?? "" : id;
        if (id.Length == 0)
        {
            Reject((_id ?? _uscc)!.Column, "", Refusal.Of("SUP1043", "id | uscc"), "import.remedy.fill");
        }

        return new Subject
        {
            Id = id,
            Kind = Word(_kind, Words.Kinds, SubjectKind.Enterprise),
            Name = TextRules.Normalise(Text(_name)),
            Uscc = code,
            OperatorId = NullIfEmpty(Text(_operator)),
            DivisionCode = Text(_division),
            IndustryCode = Text(_industry),
            Categories = List(_categories),
            Status = Word(_status, Words.Statuses, SubjectStatus.Active),
            Address = TextRules.Normalise(Text(_address)),
            RegisteredOn = Date(_registeredOn),
            DeliveredRiskClass = NullIfEmpty(Text(_riskClass)),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private UnifiedSocialCreditCode? Uscc(out string text)
    {
        text = Text(_uscc);
        if (text.Length == 0)
        {
            return null;
        }

        if (!UnifiedSocialCreditCode.Parse(text).TryGet(out var code, out var refusal))
        {
            Reject(_uscc!.Column, text, refusal, "import.remedy.code");
        }

        return code;
    }
}
