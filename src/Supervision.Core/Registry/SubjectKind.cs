namespace Supervision.Registry;

/// <summary>What is supervised 监管对象. Subjects may be products, sites or equipment, not only businesses.</summary>
public enum SubjectKind
{
    /// <summary>Enterprise 企业.</summary>
    Enterprise = 1,

    /// <summary>Self-employed household 个体工商户.</summary>
    SelfEmployed = 2,

    /// <summary>Farmers' cooperative 农民专业合作社.</summary>
    Cooperative = 3,

    /// <summary>Other organisation.</summary>
    Organisation = 4,

    /// <summary>Natural person.</summary>
    NaturalPerson = 5,

    /// <summary>A site of another subject, inspected on its own.</summary>
    Site = 6,

    /// <summary>Equipment, such as a lift or boiler.</summary>
    Equipment = 7,
}
