namespace Supervision.Cases;

/// <summary>How a document reaches the party 送达方式.</summary>
public enum ServiceMethod
{
    /// <summary>直接送达: handed over.</summary>
    HandedOver = 1,

    /// <summary>留置送达: left with a witness or a recording.</summary>
    Left = 2,

    /// <summary>委托送达.</summary>
    ThroughOthers = 3,

    /// <summary>邮寄送达.</summary>
    Post = 4,

    /// <summary>电子送达: only with a signed consent.</summary>
    Electronic = 5,

    /// <summary>公告送达.</summary>
    Publication = 6,
}
