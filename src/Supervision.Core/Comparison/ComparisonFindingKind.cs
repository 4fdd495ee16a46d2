namespace Supervision.Comparison;

/// <summary>What a comparison found. Each of them is a question for a person, not a fact.</summary>
public enum ComparisonFindingKind
{
    /// <summary>无证上网: listed, and no licensed business is anything like it.</summary>
    Unlicensed = 1,

    /// <summary>许可过期: the licence has run out.</summary>
    LicenceExpired = 2,

    /// <summary>主体非正常: registered, but it may not trade any more.</summary>
    Inactive = 3,

    /// <summary>名称不符: one licence, another name.</summary>
    NameMismatch = 4,

    /// <summary>地址不符: one business, another address.</summary>
    AddressMismatch = 5,

    /// <summary>重复上架: listed twice on one platform.</summary>
    DuplicateListing = 6,

    /// <summary>疑似: it may be a licensed business or not.</summary>
    Uncertain = 7,
}
