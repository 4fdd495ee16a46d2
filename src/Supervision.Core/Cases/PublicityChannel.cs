namespace Supervision.Cases;

/// <summary>Where a decision is published; two clocks run at once.</summary>
public enum PublicityChannel
{
    /// <summary>双公示: licences and penalties.</summary>
    DoublePublicity = 1,

    /// <summary>国家企业信用信息公示系统.</summary>
    MarketSystem = 2,

    /// <summary>推送至登记地: the party is registered in another province, which publishes.</summary>
    OtherProvince = 3,
}
