namespace Supervision.Risk;

/// <summary>
/// Enterprise credit-risk class (企业信用风险分类), A low to D high: an internal reference for how often to inspect,
/// not a public rating and not the composite credit grade.
/// </summary>
/// <legal source="国市监信发〔2022〕6号" />
public enum CreditRiskClass
{
    /// <summary>Low risk.</summary>
    A = 1,

    /// <summary>Normal risk.</summary>
    B,

    /// <summary>Higher risk.</summary>
    C,

    /// <summary>High risk.</summary>
    D,
}
