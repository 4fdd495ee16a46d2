using Supervision.Decisions;

namespace Supervision.Cases;

/// <summary>The provisions behind the steps of a case. Periods and amounts bring their own.</summary>
internal static class CaseBasis
{
    private static readonly DateOnly s_penalty = new(2021, 7, 15);
    private static readonly DateOnly s_compulsion = new(2012, 1, 1);

    public static LegalBasis Penalty(string article) => new("行政处罚法", article, s_penalty);

    public static LegalBasis Compulsion(string article) => new("行政强制法", article, s_compulsion);

    public static LegalBasis Procedure(string article) => new("市场监督管理行政处罚程序规定", article, s_penalty);

    public static LegalBasis Publicity(string article) => new("市场监督管理行政处罚信息公示规定", article, new DateOnly(2021, 9, 1));

    public static LegalBasis Referral(string article) => new("行政执法机关移送涉嫌犯罪案件的规定", article, new DateOnly(2001, 7, 9));
}
