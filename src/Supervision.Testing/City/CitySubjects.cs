using System.Globalization;
using Supervision.Registry;

namespace Supervision.Testing.City;

/// <summary>The subjects of the made-up city, streamed.</summary>
internal static class CitySubjects
{
    /// <summary>More subject numbers than this would leave the codes' six free characters.</summary>
    public const int Max = 100_000_000;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int SerialLength = 6;
    private const long SerialSpace = 887_503_681; // 31^6
    private const long SerialStep = 548_504_429; // coprime to 31: serials are scattered and never repeat

    private const int HousesPerStreet = 980;

    private static readonly DateOnly s_first = new(2005, 1, 1);

    // Every hundredth row is a further site of the operator in the row before, where its trade has sites.
    private const int SiteEvery = 100;

    // Class shares of a real county-level city in 2023, per mille; the rest has no class yet.
    private static readonly (int Below, string? Class)[] s_classes = [(654, "A"), (907, "B"), (984, "C"), (999, "D"), (1000, null)];

    // 3 % cannot be drawn.
    private static readonly (int Below, SubjectStatus Status)[] s_statuses =
    [
        (970, SubjectStatus.Active), (982, SubjectStatus.Deregistered), (990, SubjectStatus.LicenceRevoked),
        (994, SubjectStatus.Dormant), (996, SubjectStatus.RegistrationCancelled), (1000, SubjectStatus.MovedOut),
    ];

    public static IEnumerable<Subject> Of(string seed, int count)
    {
        var random = new CityRandom(seed, stream: 1);
        var previous = default(Operator);
        for (var row = 0; row < count; row++)
        {
            random.StartRow(row);
            var isSite = row % SiteEvery == SiteEvery - 1 && previous.Trade?.HasSites == true;
            var one = isSite ? previous : NewOperator(random, row);
            var district = isSite ? one.District : random.Pick(CityNames.Districts);
            previous = one with { District = district };

            // Seven numbers a row come from one block of the generator; so pairs of choices share a number.
            var fate = random.Next(1_000_000);
            var place = random.Next(CityNames.Streets.Count * HousesPerStreet);
            var registered = random.Next(7_600);
            yield return new Subject
            {
                Id = isSite ? one.Code.Value + "-01" : one.Code.Value,
                Kind = isSite ? SubjectKind.Site : one.Kind,
                Name = isSite ? one.Name + "（二店）" : one.Name,
                Uscc = isSite ? null : one.Code,
                OperatorId = isSite ? one.Code.Value : null,
                DivisionCode = district.Code,
                IndustryCode = one.Trade!.Industry,
                Categories = one.Trade.Categories,
                Status = Choose(s_statuses, fate / 1000),
                Address = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{CityNames.City}{district.Name}{CityNames.Streets[place / HousesPerStreet]}{1 + (place % HousesPerStreet)}号"),
                RegisteredOn = s_first.AddDays(registered),
                DeliveredRiskClass = Choose(s_classes, fate % 1000),
            };
        }
    }

    private static Operator NewOperator(CityRandom random, int row)
    {
        var share = random.Next(1000);
        var kind = share < 295 ? SubjectKind.Enterprise : share < 300 ? SubjectKind.Cooperative : SubjectKind.SelfEmployed;
        var trade = random.Pick(CityNames.Trades);
        var number = random.Next(CityNames.BrandHeads.Count * CityNames.BrandTails.Count);
        var brand = CityNames.BrandHeads[number / CityNames.BrandTails.Count] + CityNames.BrandTails[number % CityNames.BrandTails.Count];
        var (code, name) = kind switch
        {
            SubjectKind.Enterprise => ("91", $"{CityNames.City}{brand}{trade.Company}有限公司"),
            SubjectKind.Cooperative => ("93", $"{CityNames.City}{brand}农产品专业合作社"),
            _ => ("92", $"{CityNames.City}{brand}{trade.Shop}"),
        };
        var uscc = UnifiedSocialCreditCode.Create(code, CityNames.CodeDivision, SubjectNumber(row));
        return new Operator(uscc, kind, name, trade, default);
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
        UnifiedSocialCreditCode Code, SubjectKind Kind, string Name, CityNames.Trade? Trade, (string Code, string Name) District);
}
