using System.Globalization;
using Supervision.Registry;

namespace Supervision.Testing.City;

/// <summary>The officers of the made-up city.</summary>
internal static class CityOfficers
{
    private static readonly DateOnly s_firstIssue = new(2023, 1, 1);

    public static IEnumerable<Officer> Of(string seed, int count)
    {
        var random = new CityRandom(seed, stream: 2);
        var agencies = MadeUpCity.Agencies;
        for (var row = 0; row < count; row++)
        {
            random.StartRow(row);
            // Round robin first, so that a small city too has officers in every agency.
            var agency = agencies[row % agencies.Count];
            var number = (row + 1).ToString("D6", CultureInfo.InvariantCulture);
            var name = random.Pick(CityNames.Surnames) + random.Pick(CityNames.GivenNames);
            var share = random.Next(1000);
            var from = s_firstIssue.AddDays(random.Next(700));
            var to = share < 30 ? from.AddDays(90) : from.AddYears(8);
            var second = random.Pick(CityNames.Fields).Field;
            var fields = agency.Fields.Count > 1 ? agency.Fields : [agency.Fields[0], second];
            var officer = new Officer
            {
                Id = "XZ" + number,
                Name = name,
                AgencyId = agency.Id,
                Fields = [.. fields.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            };
            yield return share < 20 ? officer : officer with { CertificateNumber = "9999" + number, ValidFrom = from, ValidTo = to };
        }
    }
}
