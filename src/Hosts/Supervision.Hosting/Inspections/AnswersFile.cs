using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Inspections;

namespace Supervision.Hosting.Inspections;

/// <summary>
/// The file that <c>inspect</c> reads: what the officers answered, one entry for each visit. Unknown members are
/// errors, so that a misspelt one isn't lost. A member that is left out arrives as null from the generated reader.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AnswersFile
{
    public required IReadOnlyList<Visit> Inspections { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">The file isn't what it should be; path and line are in it.</exception>
    public static async Task<AnswersFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync(stream, AnswersJson.Default.AnswersFile, cancellationToken)
            ?? throw new JsonException("The file is empty.");
    }

    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(path);
        await JsonSerializer.SerializeAsync(stream, this, AnswersJson.Default.AnswersFile, cancellationToken);
    }

    /// <summary>One visit.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Visit
    {
        public required string Task { get; init; }

        public IReadOnlyList<string> Present { get; init => field = value ?? []; } = [];

        public IReadOnlyList<Answer> Answers { get; init => field = value ?? []; } = [];

        public RecordSignature? Signature { get; init; }

        public DateOnly? RectifyBy { get; init; }

        public string? Terminated { get; init; }

        public EntryScan? Scan { get; init; }

        /// <summary>Officers who signed the record as it stands in this file; the host computes the hash they signed.</summary>
        public IReadOnlyList<string> SignedBy { get; init => field = value ?? []; } = [];

        public IReadOnlyList<string> Order { get; init => field = value ?? []; } = [];

        public string? Clue { get; init; }

        public IReadOnlyList<string> CluePoints { get; init => field = value ?? []; } = [];

        public CheckType? CheckType { get; init; }

        public string? ResultCodes { get; init; }

        public string? EscalateTo { get; init; }

        /// <summary>What is handed in. The officers' signatures are computed for the task that they sign.</summary>
        public InspectionSubmission ToSubmission(InspectionTask? task, DateTimeOffset now)
        {
            List<CheckEntry> entries =
            [
                .. Answers.Select(answer => new CheckEntry(answer.Point, answer.Result, answer.Note, answer.Evidence)
                {
                    CorrectedOnSpot = answer.CorrectedOnSpot,
                }),
            ];
            var hash = task is null ? "" : task.RecordHash ?? HashOf(task, entries);
            return new InspectionSubmission(Task, Present, entries, Signature, RectifyBy, Terminated)
            {
                Entry = Scan,
                OfficerSignatures = [.. SignedBy.Select(officer => new OfficerSignature(officer, hash, now))],
                OrderedPointIds = Order,
                ClueFacts = Clue,
                CluePointIds = CluePoints,
                CheckType = CheckType ?? Supervision.Inspections.CheckType.RandomInspection,
                ResultCodes = ResultCodes,
                EscalateTo = EscalateTo,
            };
        }

        // Whoever entered step by step was logged then; else the file says who was there and what was scanned.
        private string HashOf(InspectionTask task, List<CheckEntry> entries) => task.State == TaskState.OnSite
            ? InspectionRecord.HashOf(task, task.PresentOfficerIds, task.Entry, entries)
            : InspectionRecord.HashOf(task, [.. Present.Intersect(task.OfficerIds, StringComparer.Ordinal)], Scan, entries);
    }

    /// <summary>The answer to one check point.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Answer
    {
        public required string Point { get; init; }

        public required CheckAnswer Result { get; init; }

        public string Note { get; init => field = value ?? ""; } = "";

        public bool CorrectedOnSpot { get; init; }

        public IReadOnlyList<Evidence> Evidence { get; init => field = value ?? []; } = [];
    }
}
