using Supervision.Decisions;

namespace Supervision.Hosting.Import;

/// <summary>Binds our fields to the columns of a file, by a mapping file or by our own column names.</summary>
internal sealed class FieldMap
{
    private readonly Dictionary<string, Field> _fields;

    private FieldMap(Dictionary<string, Field> fields, IReadOnlyList<string> ignored) => (_fields, Ignored) = (fields, ignored);

    /// <summary>Columns that nothing reads, worth a word when no mapping file says so on purpose.</summary>
    public IReadOnlyList<string> Ignored { get; }

    public Field? Find(string name) => _fields.GetValueOrDefault(name);

    /// <exception cref="RefusedException">
    /// SUP1055: the file has no such column; SUP1056: no such field; SUP1057: a field is mapped in a way that cannot work;
    /// SUP1053: a field that is needed has no column.
    /// </exception>
    public static FieldMap Bind(
        string of, IReadOnlyList<FieldSpec> specs, IReadOnlyList<string> header, string file, string? mappingPath)
    {
        var mapping = mappingPath is null ? OwnNames(of, specs, header) : JsonFile.Read(mappingPath, ImportJson.Default.MappingFile);
        var name = mappingPath ?? "-";
        if (mapping.Mapping != 1 || mapping.Of != of)
        {
            throw Refused("SUP1057", name, "of", $"\"mapping\": 1, \"of\": \"{of}\"");
        }

        var fields = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (field, source) in mapping.Fields)
        {
            var spec = specs.FirstOrDefault(s => s.Name == field)
                ?? throw Refused("SUP1056", name, field, string.Join(", ", specs.Select(s => s.Name)));
            fields.Add(field, new Field(spec, source, IndexOf(source, field, header, file, name)));
        }

        if (specs.FirstOrDefault(spec => spec.IsRequired && !fields.ContainsKey(spec.Name)) is { } missing)
        {
            throw Refused("SUP1053", file, missing.Name, string.Join(", ", header));
        }

        var read = mapping.Fields.Values.Select(source => source.Column).ToHashSet(StringComparer.Ordinal);
        return new FieldMap(fields, mappingPath is null ? [.. header.Where(column => !read.Contains(column))] : []);
    }

    private static MappingFile OwnNames(string of, IReadOnlyList<FieldSpec> specs, IReadOnlyList<string> header) =>
        new(1, of, specs.Where(spec => header.Contains(spec.Name, StringComparer.Ordinal))
            .ToDictionary(spec => spec.Name, spec => new FieldMapping { Column = spec.Name }, StringComparer.Ordinal));

    private static int IndexOf(FieldMapping source, string field, IReadOnlyList<string> header, string file, string mapping)
    {
        if ((source.Column is null) == (source.Constant is null))
        {
            throw Refused("SUP1057", mapping, field, "column | constant");
        }

        if (source.Prefix is < 1)
        {
            throw Refused("SUP1057", mapping, field, "prefix >= 1");
        }

        for (var i = 0; i < header.Count; i++)
        {
            if (header[i] == source.Column)
            {
                return i;
            }
        }

        return source.Column is null ? -1 : throw Refused("SUP1055", mapping, source.Column, file, string.Join(", ", header));
    }

    private static RefusedException Refused(string code, params string[] arguments) => new(Refusal.Of(code, arguments));
}
