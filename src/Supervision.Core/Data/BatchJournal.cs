using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Data;

/// <summary>What the journal says of a batch: counts and a hash over its rows, none of their values.</summary>
internal static class BatchJournal
{
    public static JournalRecord Record(string type, DataBatch batch, QualityReport report, Actor actor) =>
        new(type, $"{batch.Channel}/{batch.Number}", actor, batch.MadeAt, CanonicalJson.Of(json =>
        {
            json.WriteString("standard", batch.Standard);
            json.WriteNumber("inserted", batch.Count(BatchOperation.Insert));
            json.WriteNumber("updated", batch.Count(BatchOperation.Update));
            json.WriteNumber("deleted", batch.Count(BatchOperation.Delete));
            json.WriteNumber("issues", report.Issues.Count);
            json.WriteString("content", ContentHash(batch));
        }));

    private static string ContentHash(DataBatch batch)
    {
        var text = string.Join('\n', batch.Rows.Select(row =>
            $"{row.Table}\u001F{row.Key}\u001F{Invariant.Text((int)row.Operation)}\u001F{string.Join('\u001F', row.Values)}"));
        return Hash.Of(HashKind.Sha256, System.Text.Encoding.UTF8.GetBytes(text)).ToString();
    }
}
