using System.Globalization;
using System.Text;
using Supervision.Comparison;

namespace Supervision.Benchmarks.Comparison;

/// <summary>
/// Three lists of shops made from a seed: the licensed ones, and twice as many listings that are taken from them, 5 % unlicensed, 30 % of the others with a changed
/// character, 30 % without a phone, 70 % without a licence number. Hard lists take names and streets from 69 characters, so that each record is like many others; easy ones from 3,000.
/// </summary>
internal sealed class ShopLists
{
    private const int Seed = 20261126;
    private const string Few = "鑫源泰和顺兴隆盛达丰华美佳安康宏伟金银玉石江河湖海春夏秋冬东南西北中天地人日月星辰云雨雷电花草树木龙凤虎马牛羊鱼鸟福禄寿喜清风明灯老王小李";
    private static readonly string s_many = string.Concat(Enumerable.Range(0x4E00, 3_000).Select(code => (char)code));
    private static readonly string[] s_trades = ["餐饮管理有限公司", "小吃店", "面馆", "火锅店", "烧烤店", "奶茶店", "快餐店", "早餐店"];
    private readonly Random _chance = new(Seed);
    private readonly string _characters;

    public ShopLists(int records, bool isHard)
    {
        _characters = isHard ? Few : s_many;
        Supervised = [.. Enumerable.Range(0, records).Select(Licensed)];
        Platform = [.. Enumerable.Range(0, records).Select(at => Listed($"P{at}"))];
        Delivery = [.. Enumerable.Range(0, records).Select(at => Listed($"D{at}"))];
    }

    public ComparedRecord[] Supervised { get; }

    public ComparedRecord[] Platform { get; }

    public ComparedRecord[] Delivery { get; }

    /// <summary>As files that the console's compare reads.</summary>
    public void Write(string folder, string prefix)
    {
        foreach (var (name, records) in new[] { ("supervised", Supervised), ("platform", Platform), ("delivery", Delivery) })
        {
            File.WriteAllLines(
                Path.Combine(folder, $"{prefix}-{name}.csv"),
                records.Select(record => $"{record.Id},{record.Name},{record.Licence},{record.Address},{record.Phone}").Prepend("id,name,licence,address,phone"), new UTF8Encoding(false));
        }
    }

    private ComparedRecord Licensed(int at) => new($"L{at}", $"义乌市{Characters(4)}{Trade()}")
    {
        Licence = _chance.Next(2) == 0 ? at.ToString("JY000000000", CultureInfo.InvariantCulture) : "",
        Address = $"浙江省义乌市{Characters(2)}路{_chance.Next(1, 1_000)}号",
        Phone = Phone(),
    };

    private ComparedRecord Listed(string id)
    {
        var of = Supervised[_chance.Next(Supervised.Length)];
        var listed = _chance.Next(20) == 0
            ? new ComparedRecord(id, Characters(5) + Trade()) { Address = $"{Characters(2)}街{_chance.Next(1, 1_000)}号", Phone = Phone() }
            : of with { Id = id, Name = _chance.Next(10) < 3 ? Mistyped(of.Name) : of.Name, Licence = _chance.Next(10) < 3 ? of.Licence : "" };
        return _chance.Next(10) < 3 ? listed with { Phone = "" } : listed;
    }

    // One of the four characters behind the place.
    private string Mistyped(string name)
    {
        var at = _chance.Next(3, 7);
        return name[..at] + Characters(1) + name[(at + 1)..];
    }

    private string Characters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => _characters[_chance.Next(_characters.Length)]));

    private string Trade() => s_trades[_chance.Next(s_trades.Length)];

    private string Phone() => string.Create(CultureInfo.InvariantCulture, $"1{_chance.NextInt64(3_000_000_000, 10_000_000_000)}");
}
