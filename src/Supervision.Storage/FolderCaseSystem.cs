using System.Globalization;
using System.Text.Json;
using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Storage.Mapping;
using Supervision.Storage.Mapping.Cases;

namespace Supervision.Storage;

/// <summary>
/// A department's own case system as a folder that both sides reach: the reference of <see cref="ICaseSystem"/>, and enough for a department
/// whose system can read and write files. A parcel is <c>parcels/PARCEL.json</c>, written once; the department puts its reports beside it as
/// <c>reports/PARCEL/0001.json</c> and so on. Every file appears whole or not at all.
/// </summary>
/// <remarks>A parcel keeps the number that the department would give it: here the parcel's own id.</remarks>
/// <param name="agencyId">The agency whose system it is.</param>
/// <param name="folder">Folder; made with the first delivery.</param>
public sealed class FolderCaseSystem(string agencyId, string folder) : ICaseSystem
{
    private const int LargestFile = 1 << 20;

    /// <inheritdoc/>
    public string AgencyId => agencyId;

    /// <inheritdoc/>
    public async Task<Outcome<CaseReceipt>> DeliverAsync(CaseParcel parcel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        var path = ParcelPath(parcel.Id);
        if (!File.Exists(path))
        {
            await AppearAsync(path, parcel.Content, cancellationToken).ConfigureAwait(false);
        }

        var kept = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return new CaseReceipt(parcel.Id, parcel.Id, Hashing.Hash.Of(Hashing.HashKind.Sha256, kept).ToString());
    }

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<CaseReport>>> ReadAsync(string parcelId, int after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parcelId);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var reports = new List<CaseReport>();
        for (var number = after + 1; File.Exists(ReportPath(parcelId, number)); number++)
        {
            if (!(await ReadAtAsync(parcelId, number, cancellationToken).ConfigureAwait(false)).TryGet(out var report, out var refusal))
            {
                // What stands before it is good; the next reading, from here, gives the reason.
                return reports.Count > 0 ? reports : refusal;
            }

            reports.Add(report);
        }

        return reports;
    }

    /// <summary>The department's side: puts a report there, for a program of the department or for a test.</summary>
    /// <exception cref="InvalidOperationException">There is a report of this number already.</exception>
    public async Task ReportAsync(CaseReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var path = ReportPath(report.ParcelId, report.Number);
        if (File.Exists(path))
        {
            throw new InvalidOperationException($"There is a report {path} already.");
        }

        await AppearAsync(path, StorageJson.Write(CaseReportJson.Of(report)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One report from a file, as the department pushed it. SUP2228: it cannot be read, with the reason.</summary>
    public static async Task<Outcome<CaseReport>> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (new FileInfo(path) is not { Exists: true, Length: <= LargestFile })
        {
            return Refusal.Of("SUP2228", path, "1 MB");
        }

        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            return (StorageJson.Read<CaseReportJson?>(text) ?? throw new FormatException("null")).ToReport();
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or UnauthorizedAccessException)
        {
            return Refusal.Of("SUP2228", path, unreadable.Message);
        }
    }

    private async Task<Outcome<CaseReport>> ReadAtAsync(string parcelId, int number, CancellationToken cancellationToken)
    {
        var read = await ReadFileAsync(ReportPath(parcelId, number), cancellationToken).ConfigureAwait(false);
        return read.TryGet(out var report, out _) && (report.ParcelId != parcelId || report.Number != number)
            ? Refusal.Of("SUP2228", ReportPath(parcelId, number), string.Create(CultureInfo.InvariantCulture, $"parcel {parcelId}, number {number}"))
            : read;
    }

    private string ParcelPath(string parcelId) => Path.Combine(folder, "parcels", $"{Safe(parcelId)}.json");

    private string ReportPath(string parcelId, int number) =>
        Path.Combine(folder, "reports", Safe(parcelId), string.Create(CultureInfo.InvariantCulture, $"{number:0000}.json"));

    // An id is a file name only when it leads nowhere else.
    private static string Safe(string parcelId) =>
        CaseParcel.CaseIdOf(parcelId) is not null && parcelId.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !parcelId.Contains('\\', StringComparison.Ordinal)
            ? parcelId
            : throw new ArgumentException($"'{parcelId}' is no parcel's id.", nameof(parcelId));

    private static async Task AppearAsync(string path, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.new";
        await File.WriteAllTextAsync(draft, text, cancellationToken).ConfigureAwait(false);
        File.Move(draft, path, overwrite: false);
    }
}
