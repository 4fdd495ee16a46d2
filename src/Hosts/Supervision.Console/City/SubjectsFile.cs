using System.Globalization;
using Supervision.Console.Import;
using Supervision.Registry;

namespace Supervision.Console.City;

/// <summary>The subjects of the made-up city, streamed.</summary>
internal static class SubjectsFile
{
    /// <summary>More subject numbers than this would leave the codes' six free characters.</summary>
    public const int MaxSubjects = 100_000_000;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int SerialLength = 6;
    private const long SerialSpace = 887_503_681; // 31^6
    private const long SerialStep = 548_504_429; // coprime to 31: serials are scattered and never repeat

    private const int HousesPerStreet = 980;

    // Every hundredth row is a further site of the operator in the row before, where its trade has sites.
    private const int SiteEvery = 100;

    // Class shares of a real county-level city in 2023, per mille; the rest has no class yet.
    private static readonly (int Below, string Class)[] s_classes = [(654, "A"), (907, "B"), (984, "C"), (999, "D"), (1000, "")];

    // 3 % cannot be drawn.
    private static readonly (int Below, SubjectStatus Status)[] s_statuses =
    [
        (970, SubjectStatus.Active), (982, SubjectStatus.Deregistered), (990, SubjectStatus.LicenceRevoked),
        (994, SubjectStatus.Dormant), (996, SubjectStatus.RegistrationCancelled), (1000, SubjectStatus.MovedOut),
    ];

    public static void Write(
        StreamWriter file, string seed, int count, Action<double> report, CancellationToken cancellationToken)
    {
        file.WriteLine(string.Join(',', SubjectReader.Fields.Select(field => field.Name)));
        var random = new CityRandom(seed, stream: 1);
        var previous = default(Operator);
        var first = DateOnly.FromDateTime(new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        Span<char> date = stackalloc char[10];
        for (var row = 0; row < count; row++)
        {
            if (row % 10_000 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report((double)row / count);
            }

            random.StartRow(row);
            var isSite = row % SiteEvery == SiteEvery - 1 && previous.Trade?.HasSites == true;
            var subject = isSite ? previous with { Kind = SubjectKind.Site } : NewOperator(random, row);
            var district = isSite ? subject.District : random.Pick(Names.Districts);
            previous = subject = subject with { District = district };

            file.Write(subject.Id);
            file.Write(isSite ? "-01," : ",");
            file.Write(Words.Of(subject.Kind));
            file.Write(',');
            file.Write(subject.Name);
            file.Write(isSite ? "（二店）," : ",");
            file.Write(isSite ? "" : subject.Id);
            file.Write(',');
            file.Write(isSite ? subject.Id : "");
            file.Write(',');
            file.Write(district.Code);
            file.Write(',');
            file.Write(subject.Trade!.Industry);
            file.Write(',');
            file.Write(subject.Trade.Categories);
            file.Write(',');
            // Seven numbers a row come from one block of the generator; so pairs of choices share a number.
            var fate = random.Next(1_000_000);
            file.Write(Words.Of(Choose(s_statuses, fate / 1000)));
            file.Write(',');
            file.Write(Names.City);
            file.Write(district.Name);
            var place = random.Next(Names.Streets.Count * HousesPerStreet);
            file.Write(Names.Streets[place / HousesPerStreet]);
            file.Write(1 + (place % HousesPerStreet));
            file.Write("号,");
            first.AddDays(random.Next(7_600)).TryFormat(date, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            file.Write(date);
            file.Write(',');
            file.Write(Choose(s_classes, fate % 1000));
            file.Write('\n');
        }

        report(1);
    }

    private static Operator NewOperator(CityRandom random, int row)
    {
        var share = random.Next(1000);
        var kind = share < 295 ? SubjectKind.Enterprise : share < 300 ? SubjectKind.Cooperative : SubjectKind.SelfEmployed;
        var trade = random.Pick(Names.Trades);
        var number = random.Next(Names.BrandHeads.Count * Names.BrandTails.Count);
        var brand = Names.BrandHeads[number / Names.BrandTails.Count] + Names.BrandTails[number % Names.BrandTails.Count];
        var (code, name) = kind switch
        {
            SubjectKind.Enterprise => ("91", $"{Names.City}{brand}{trade.Company}有限公司"),
            SubjectKind.Cooperative => ("93", $"{Names.City}{brand}农产品专业合作社"),
            _ => ("92", $"{Names.City}{brand}{trade.Shop}"),
        };
        var uscc = UnifiedSocialCreditCode.Create(code, Names.CodeDivision, SubjectNumber(row));
        return new Operator(uscc.Value, kind, name, trade, default);
    }

    private static string SubjectNumber(int row) => string.Create(2 + SerialLength, row, (number, index) =>
    {
        number[0] = 'M';
        number[1] = 'A';
        var serial = ((index + 1) * SerialStep) % SerialSpace;
        for (var i = number.Length - 1; i >= 2; i--)
        {
            number[i] = Alphabet[(int)(serial % Alphabet.Length)];
            serial /= Alphabet.Length;
        }
    });

    private static T Choose<T>((int Below, T Value)[] shares, int number)
    {
        foreach (var (below, value) in shares)
        {
            if (number < below)
            {
                return value;
            }
        }

        return shares[^1].Value;
    }

    private readonly record struct Operator(
        string Id, SubjectKind Kind, string Name, Names.Trade? Trade, (string Code, string Name) District);
}
