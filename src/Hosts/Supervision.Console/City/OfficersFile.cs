using System.Globalization;
using Supervision.Testing;

namespace Supervision.Console.City;

/// <summary>The officers of the made-up city as a file that "import officers" reads.</summary>
internal static class OfficersFile
{
    public static void Write(StreamWriter file, string seed, int count)
    {
        file.WriteLine(string.Join(',', OfficerReader.Fields.Select(field => field.Name)));
        foreach (var officer in MadeUpCity.Officers(seed, count))
        {
            var isCertified = officer.CertificateNumber.Length > 0;
            file.WriteLine(string.Join(
                ',',
                officer.Id, officer.Name, officer.AgencyId, officer.CertificateNumber,
                isCertified ? Iso(officer.ValidFrom) : "",
                isCertified ? Iso(officer.ValidTo) : "",
                string.Join(';', officer.Fields),
                "false"));
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
