using FsCheck;
using FsCheck.Fluent;
using Supervision.Comparison;

namespace Supervision.Core.Tests.Comparison;

// Goal: unlicensed shops are kept off the net (永康), and nobody is taken for another one.
public sealed class ThreeWayComparisonTests
{
    private const string Code = "91350100M000100Y43";

    private static readonly DateOnly s_day = new(2026, 11, 25);
    private static readonly ComparedRecord s_licensed = new("L1", "义乌市清风面馆有限公司")
    {
        Code = Code, Licence = "JY1", Address = "浙江省义乌市江东路12号", Phone = "0579-85551234",
    };

    [Fact]
    public void Run_TheSameShopWrittenOtherwise_IsMatchedByLikeness()
    {
        var shop = new ComparedRecord("P1", "清风面馆（江东店）") { Address = "江东路 12号", Phone = "057985551234" };
        var result = Run([s_licensed], [shop], []);
        Assert.Equal(1, result.Matched);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Run_EachDisagreement_IsFound()
    {
        var licensed = s_licensed with { IsActive = false, ValidTo = s_day.AddDays(-1) };
        var shop = new ComparedRecord("P1", "大东烧烤") { Code = "９１３５０１００M000100Y43", Address = "北苑街道88号" };
        var result = Run([licensed], [shop, shop with { Id = "P2" }, new ComparedRecord("P3", "无名小吃")], [new ComparedRecord("D1", "无名小吃") { Address = "x" }]);
        Assert.Equal(
            ["Unlicensed", "Unlicensed", "LicenceExpired", "LicenceExpired", "Inactive", "Inactive", "NameMismatch", "NameMismatch", "AddressMismatch", "AddressMismatch", "DuplicateListing"],
            result.Findings.Select(finding => finding.Kind.ToString()));
    }

    [Fact]
    public void Run_AnUnlicensedShopOnBothLists_IsOneFinding()
    {
        var shop = new ComparedRecord("P1", "无名小吃") { Address = "稠城街道9号", Phone = "13900000000" };
        var finding = Assert.Single(Run([s_licensed], [shop], [shop with { Id = "D1" }]).Findings);
        Assert.Equal(ComparisonFindingKind.Unlicensed, finding.Kind);
        Assert.Equal(["P1", "D1"], finding.Listings.Select(listing => listing.Id));
    }

    [Fact]
    public void Run_ANameAlone_IsAQuestionAndNoMatch() =>
        Assert.Equal(ComparisonFindingKind.Uncertain, Assert.Single(Run([s_licensed], [new ComparedRecord("P1", "清风面馆")], []).Findings).Kind);

    [Fact]
    public void Run_AnyLists_AreComparedTheSameInAnyOrderAndAValidCodeAlwaysMatches() =>
        Prop.ForAll(Lists().ToArbitrary(), lists =>
        {
            var (licensed, shops) = lists;
            var result = Run(licensed, shops, []);
            var turned = Run([.. licensed.Reverse()], [.. shops.Reverse()], []);
            Assert.Equal(result.Findings.Select(Text), turned.Findings.Select(Text));
            Assert.All(result.Findings, finding => Assert.InRange(finding.Confidence, 0, 1000));
            if (licensed.Any(record => record.Code == Code))
            {
                var coded = shops.Where(shop => shop.Code == Code).Select(shop => shop.Id).ToHashSet(StringComparer.Ordinal);
                Assert.DoesNotContain(
                    result.Findings,
                    finding => finding.Kind is ComparisonFindingKind.Unlicensed or ComparisonFindingKind.Uncertain && coded.Contains(finding.Listings[0].Id));
            }
        }).Check(Config.QuickThrowOnFailure);

    private static string Text(ComparisonFinding finding) =>
        $"{finding.Id} {finding.Kind} {string.Join(',', finding.Listings.Select(listing => listing.Id))} {finding.Match} {finding.Confidence}";

    private static ComparisonResult Run(ComparedRecord[] licensed, ComparedRecord[] platform, ComparedRecord[] delivery) =>
        new ThreeWayComparison(ComparisonPolicy.Shipped).Run("r", licensed, platform, delivery, s_day);

    private static Gen<(ComparedRecord[] Licensed, ComparedRecord[] Shops)> Lists() =>
        from licensed in Records("L")
        from shops in Records("P")
        select (licensed, shops);

    private static Gen<ComparedRecord[]> Records(string prefix) =>
        (from name in Gen.Elements("清风面馆", "义乌清风面馆有限公司", "大东烧烤", "大东烧烤店", "A", "")
         from address in Gen.Elements("", "江东路12号", "义乌市江东路12号", "北苑88号")
         from phone in Gen.Elements("", "13900000000", "+86 139 0000 0000")
         from code in Gen.Elements("", Code, "no code")
         select (name, address, phone, code)).ListOf()
        .Select(list => list.Select((item, at) => new ComparedRecord($"{prefix}{at}", item.name)
        {
            Address = item.address, Phone = item.phone, Code = item.code,
        }).ToArray());
}
