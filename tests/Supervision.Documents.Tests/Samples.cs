namespace Supervision.Documents.Tests;

/// <summary>Facts for a document of each kind; the people in it do not exist.</summary>
internal static class Samples
{
    public const string Person = "欧阳小川";
    public const string PersonId = "11010519491231002X";
    public const string Phone = "13900000000";
    public const string Address = "稠城街道示例路1号102室";
    public static readonly Uri Verify = new("https://verify.example.gov.cn/d/YW-2026-ZG-000017");

    private static readonly Dictionary<string, string> s_texts = new(StringComparer.Ordinal)
    {
        ["agency"] = "义乌市市场监督管理局", ["party.name"] = Person, ["party.isPerson"] = "是", ["party.id"] = PersonId,
        ["party.address"] = Address, ["party.phone"] = Phone, ["party.representative"] = Person,
        ["recipient"] = Person, ["receiver"] = Person, ["witness"] = "诸葛大明", ["date"] = "2026年3月10日",
        ["place"] = "稠城街道示例路1号", ["remedy"] = "如不服本决定，可以自收到之日起六十日内申请行政复议；也可以自收到之日起六个月内提起行政诉讼。",
        ["facts"] = $"当事人{Person}（身份证号{PersonId}，电话{Phone}）在2026年3月10日经营餐饮期间，未按规定建立并执行进货查验记录制度，冷藏设备温度为 12.5 °C，高于规定的 8 °C。",
        ["penalty"] = "罚款人民币280000元（大写：贰拾捌万元整）。", ["recordHash"] = new string('a', 64),
    };

    public static DocumentFacts Of(DocumentKind kind, int rows = 3)
    {
        var template = DocumentTemplates.Shipped.Of(kind);
        var facts = new DocumentFacts(
            template.Fields.ToDictionary(
                field => field.Name, field => s_texts.GetValueOrDefault(field.Name, $"{field.Label}的内容"), StringComparer.Ordinal),
            new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal));
        foreach (var table in template.Blocks.Where(block => block.Kind == TemplateBlockKind.Table))
        {
            facts = facts.With(table.Text, [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyDictionary<string, string>)table.Columns
                .ToDictionary(column => column.Name, column => Cell(column.Name, i), StringComparer.Ordinal))]);
        }

        return facts;
    }

    private static string Cell(string column, int row) => column switch
    {
        "no" => $"{row}",
        "text" => $"第{row}项：食品处理区地面有积水，“三防”设施不全，未公示《食品经营许可证》。",
        "basis" => "《食品安全法》第三十三条第一款第（二）项",
        "measure" => "清理积水，补齐防鼠、防蝇、防尘设施。",
        "answer" => "不符合",
        "note" => $"照片1张，经营者{Person}在场。",
        "points" => "3",
        "severity" => "一般",
        _ => $"{column}{row}",
    };
}
