using System.Globalization;
using Supervision.Console.Import;

namespace Supervision.Console.City;

/// <summary>The officers of the made-up city: 2 % auxiliaries without a certificate, 1 % with an expired one.</summary>
internal static class OfficersFile
{
    private static readonly DateOnly s_firstIssue = new(2023, 1, 1);

    public static void Write(StreamWriter file, string seed, int count)
    {
        file.WriteLine(string.Join(',', OfficerReader.Fields.Select(field => field.Name)));
        var random = new CityRandom(seed, stream: 2);
        var agencies = CityCatalogue.Agencies;
        for (var row = 0; row < count; row++)
        {
            random.StartRow(row);
            // Round robin first, so that a small city too has officers in every agency.
            var agency = agencies[row % agencies.Count];
            var number = (row + 1).ToString("D6", CultureInfo.InvariantCulture);
            var name = random.Pick(Names.Surnames) + random.Pick(Names.GivenNames);
            var share = random.Next(1000);
            var from = s_firstIssue.AddDays(random.Next(700));
            var to = share is >= 20 and < 30 ? from.AddDays(90) : from.AddYears(8);
            var second = random.Pick(Names.Fields).Field;
            var fields = agency.Fields.Count > 1 ? agency.Fields : [agency.Fields[0], second];
            file.WriteLine(string.Join(
                ',',
                $"XZ{number}", name, agency.Id,
                share < 20 ? "" : $"9999{number}",
                share < 20 ? "" : Iso(from),
                share < 20 ? "" : Iso(to),
                string.Join(';', fields.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                "false"));
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
