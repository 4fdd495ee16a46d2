using System.Globalization;
using Supervision.Testing;

namespace Supervision.Console.City;

/// <summary>The subjects of the made-up city as a file that "import subjects" reads, streamed.</summary>
internal static class SubjectsFile
{
    public static void Write(
        StreamWriter file, string seed, int count, Action<double> report, CancellationToken cancellationToken)
    {
        file.WriteLine(string.Join(',', SubjectReader.Fields.Select(field => field.Name)));
        var row = 0;
        foreach (var subject in MadeUpCity.Subjects(seed, count))
        {
            if (row++ % 10_000 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report((double)(row - 1) / count);
            }

            file.Write(
                $"{subject.Id},{Words.Of(subject.Kind)},{subject.Name},{subject.Uscc?.Value},{subject.OperatorId},{subject.DivisionCode},"
                + $"{subject.IndustryCode},{string.Join(';', subject.Categories)},{Words.Of(subject.Status)},{subject.Address},"
                + $"{subject.RegisteredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{subject.DeliveredRiskClass}\n");
        }

        report(1);
    }
}
