namespace Supervision.Comparison;

/// <summary>The lists of a three-way comparison beside the supervision data.</summary>
public enum ComparisonSide
{
    /// <summary>平台数据: shops on a platform.</summary>
    Platform = 1,

    /// <summary>外卖数据: delivery data.</summary>
    Delivery = 2,
}
