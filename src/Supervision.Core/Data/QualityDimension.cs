namespace Supervision.Data;

/// <summary>What a quality rule looks after 数据质量维度.</summary>
public enum QualityDimension
{
    /// <summary>完整性: what must be there is there.</summary>
    Completeness = 1,

    /// <summary>准确性: values have the right form and agree with each other inside a row.</summary>
    Accuracy = 2,

    /// <summary>时效性: what must be soon is soon.</summary>
    Timeliness = 3,

    /// <summary>一致性: rows agree with the rows of other tables.</summary>
    Consistency = 4,

    /// <summary>唯一性: nothing stands twice.</summary>
    Uniqueness = 5,
}
