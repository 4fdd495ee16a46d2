using System.Globalization;
using Supervision.Audit;

namespace Supervision.Web.Api;

/// <summary>The journal: its head, its entries, and the proof that one of them is under the head. It holds no personal data in clear.</summary>
internal static class JournalApi
{
    public static void MapJournal(this RouteGroupBuilder api)
    {
        var journal = api.MapGroup("/journal").WithTags("journal");
        journal.MapFind("head", "size and root of the journal now", async call => (JournalHead?)await call.Get<IJournalReader>().HeadAsync(call.Stopped));
        journal.MapList("entries", "entries in their order; \"after\" is the index of the last known one", EntriesAsync, entry => entry.Index.ToString(CultureInfo.InvariantCulture));
        journal.MapFind("records", "records of one type, or of one thing", RecordsAsync)
            .Takes("type", "type of the records, such as task.signed", isRequired: true).Takes("key", "what they are about", isRequired: true);
        journal.MapFind("entries/{index:long}/proof", "an entry with the path by which it is under the head", async call =>
            (await JournalProof.OfAsync(call.Get<IJournalReader>(), long.Parse(call.Route("index"), CultureInfo.InvariantCulture), call.Stopped)).OrThrow());
        journal.MapFind("verification", "reads the whole journal: the head that was verified, or where it is damaged", async call =>
            (await JournalAudit.VerifyAsync(call.Get<IJournalReader>(), call.Stopped)).OrThrow());
    }

    private static async Task<IReadOnlyList<JournalEntry>> EntriesAsync(ApiCall call, ApiPage page)
    {
        var from = call.Value<long>("after") is { } after ? after + 1 : 0;
        return await call.Get<IJournalReader>().ReadAsync(from, call.Stopped).Take(page.Limit).ToListAsync(call.Stopped);
    }

    private static async Task<IReadOnlyList<JournalEntry>?> RecordsAsync(ApiCall call) =>
        await call.Get<IJournalIndex>().FindAsync(call.Demand("type"), call.Demand("key"), call.Stopped);
}
