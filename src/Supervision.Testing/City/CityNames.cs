namespace Supervision.Testing.City;

/// <summary>The words of a city that does not exist.</summary>
internal static class CityNames
{
    public const string City = "虚舟市";

    /// <summary>Fictional division in every credit code: nobody real can own it.</summary>
    public const string CodeDivision = "999999";

    public static readonly IReadOnlyList<(string Code, string Name)> Districts =
    [
        ("999901", "霁川区"), ("999902", "禾泽区"), ("999903", "岚屿区"),
        ("999904", "瑶光区"), ("999905", "棠溪县"), ("999906", "漱石县"),
    ];

    public static readonly IReadOnlyList<(string Field, string Office)> Fields =
    [
        ("market", "市场监督管理局"), ("food", "食品安全检查所"), ("training", "教育培训监管所"), ("culture", "文化市场检查所"),
    ];

    public static readonly IReadOnlyList<string> BrandHeads =
        ["云", "锦", "瑞", "禾", "泰", "嘉", "恒", "盛", "祥", "润", "宏", "德", "兴", "和", "永", "福", "晨", "星", "海", "青", "鼎", "万", "金", "信"];

    public static readonly IReadOnlyList<string> BrandTails =
        ["源", "达", "丰", "隆", "华", "康", "顺", "通", "昌", "裕", "旺", "欣", "诚", "美", "悦", "成", "安", "捷", "和", "辉", "瀚", "霖", "岚", "宁"];

    public static readonly IReadOnlyList<string> Streets =
        ["听潮路", "望舒街", "采薇路", "长亭街", "白鹭路", "桑田街", "云水路", "知秋街", "朝歌路", "子衿街", "南柯路", "青梧街", "拾光路", "月笙街", "松风路", "鹤鸣街"];

    public static readonly IReadOnlyList<string> Surnames =
        ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许"];

    public static readonly IReadOnlyList<string> GivenNames =
        ["子墨", "雨桐", "思远", "若溪", "一鸣", "晓岚", "立诚", "静姝", "怀瑾", "书瑶", "景行", "可欣", "承宇", "云舒", "明哲", "知夏"];

    /// <summary>What a subject does: word of a company, word of a shop, industry, categories.</summary>
    public static readonly IReadOnlyList<Trade> Trades =
    [
        new("餐饮管理", "面馆", "H62", "food", "restaurant"),
        new("餐饮服务", "小吃店", "H62", "food", "restaurant"),
        new("酒店管理", "旅馆", "H61", "hotel"),
        new("食品销售", "食品店", "F52", "food", "retail"),
        new("商贸", "百货店", "F52", "retail"),
        new("服饰", "服装店", "F52", "retail"),
        new("电子商务", "手机店", "F52", "retail"),
        new("进出口", "批发部", "F51", "trade", "wholesale"),
        new("建材", "五金店", "F52", "retail"),
        new("医药连锁", "药店", "F52", "pharmacy", "retail"),
        new("制造", "加工点", "C33", "manufacturing"),
        new("食品加工", "豆制品坊", "C14", "food", "manufacturing"),
        new("印刷包装", "打印店", "C23", "manufacturing", "printing"),
        new("教育培训", "辅导班", "P83", "training"),
        new("文化传播", "网吧", "R90", "internet-cafe"),
        new("物流", "快递点", "G60", "logistics"),
        new("汽车服务", "修车铺", "O81", "repair"),
        new("美容美发", "理发店", "O80", "beauty"),
        new("建筑工程", "装修队", "E50", "construction"),
        new("科技", "图文店", "I65", "services"),
    ];

    internal sealed record Trade(string Company, string Shop, string Industry, params IReadOnlyList<string> Categories)
    {
        public bool HasSites => string.Equals(Categories[0], "food", StringComparison.Ordinal);
    }
}
