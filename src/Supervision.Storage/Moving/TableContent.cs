using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Supervision.Storage.Bulk;

namespace Supervision.Storage.Moving;

/// <summary>The rows of one table as lines of JSON, the same on every engine: one array a row, in order of the key.</summary>
internal sealed class TableContent
{
    private readonly Type[] _types;

    private TableContent(IEntityType entity)
    {
        Name = entity.GetTableName()!;
        var key = entity.FindPrimaryKey()!.Properties;
        IProperty[] properties = [.. key, .. entity.GetProperties().Except(key).OrderBy(p => p.GetColumnName(), StringComparer.Ordinal)];
        Columns = [.. properties.Select(property => property.GetColumnName())];
        _types = [.. properties.Select(property => property.ClrType)];
        Select = $"SELECT {string.Join(", ", Columns)} FROM {Name} ORDER BY {string.Join(", ", key.Select(property => property.GetColumnName()))}";
    }

    public string Name { get; }

    public string[] Columns { get; }

    public string Select { get; }

    /// <summary>All tables, each after those it refers to.</summary>
    public static IReadOnlyList<TableContent> All(SupervisionDbContext context)
    {
        var left = context.Model.GetEntityTypes().OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal).ToList();
        var placed = new List<IEntityType>();
        while (left.Find(entity => entity.GetForeignKeys().All(fk => placed.Contains(fk.PrincipalEntityType))) is { } next)
        {
            left.Remove(next);
            placed.Add(next);
        }

        return [.. placed.Select(entity => new TableContent(entity))];
    }

    public void Write(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartArray();
        for (var i = 0; i < Columns.Length; i++)
        {
            switch (row.GetValue(i))
            {
                case DBNull:
                    json.WriteNullValue();
                    break;
                case string text:
                    json.WriteStringValue(text);
                    break;
                case byte[] bytes:
                    json.WriteBase64StringValue(bytes);
                    break;
                default:
                    json.WriteNumberValue(row.GetInt64(i));
                    break;
            }
        }

        json.WriteEndArray();
    }

    public Task ReadAsync(DbConnection connection, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var table = new BulkTable<JsonElement[]>(Name, Columns, _ => "", Bind);
        return table.AddAsync(connection, lines.Select(Parse), cancellationToken);
    }

    private static JsonElement[] Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return [.. json.RootElement.EnumerateArray().Select(value => value.Clone())];
    }

    private void Bind(BulkRow row, JsonElement[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var isNull = values[i].ValueKind == JsonValueKind.Null;
            _ = _types[i] == typeof(string) ? row.Text(isNull ? null : values[i].GetString())
                : _types[i] == typeof(byte[]) ? row.Blob(values[i].GetBytesFromBase64())
                : row.Integer(isNull ? null : values[i].GetInt64());
        }
    }
}
