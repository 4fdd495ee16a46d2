using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Supervision.Console.Import;
using Supervision.Console.Shell;
using Supervision.Data;

namespace Supervision.Console.Data;

/// <summary>
/// A batch as files: one CSV for each table with its fields, cd_operation (i, u, d) and cd_batch, and batch.json with counts and hashes.
/// The same batch gives the same bytes.
/// </summary>
internal static class BatchFolder
{
    public static async Task<string> WriteAsync(string folder, DataBatch batch, DataStandard standard)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, batch.Number.ToString())).FullName;
        var hashes = new List<(string File, int Rows, string Hash)>();
        foreach (var table in standard.Tables)
        {
            var rows = batch.Rows.Where(row => row.Table == table.Name).ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(Csv(table, rows, batch.Number));
            await WholeFile.WriteAsync(Path.Combine(path, table.FileName), async stream =>
            {
                await stream.WriteAsync(bytes);
                return true;
            });
            hashes.Add((table.FileName, rows.Count, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        await WholeFile.WriteAsync(Path.Combine(path, "batch.json"), async stream =>
        {
            await stream.WriteAsync(Manifest(batch, hashes));
            return true;
        });
        return path;
    }

    private static string Csv(DataTable table, IEnumerable<BatchRow> rows, BatchNumber number)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Fields.Select(field => field.ColumnName)).Append(",cd_operation,cd_batch\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Values.Select(CsvCell.Exact)).Append(',').Append(Letter(row.Operation)).Append(',').Append(number.ToString()).Append('\n');
        }

        return text.ToString();
    }

    private static byte[] Manifest(DataBatch batch, IEnumerable<(string File, int Rows, string Hash)> files)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("channel", batch.Channel);
            json.WriteString("batch", batch.Number.ToString());
            json.WriteString("standard", batch.Standard);
            json.WriteString("agency", batch.AgencyId);
            json.WriteString("madeAt", batch.MadeAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
            json.WriteStartArray("files");
            foreach (var (file, rows, hash) in files)
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                json.WriteNumber("rows", rows);
                json.WriteString("sha256", hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static char Letter(BatchOperation operation) => operation switch
    {
        BatchOperation.Insert => 'i',
        BatchOperation.Update => 'u',
        _ => 'd',
    };
}
