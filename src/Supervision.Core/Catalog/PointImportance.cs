namespace Supervision.Catalog;

/// <summary>Key or general check point (食品生产经营监督检查管理办法 arts 13, 32–33).</summary>
public enum PointImportance
{
    /// <summary>General point 一般项.</summary>
    General = 1,

    /// <summary>Key point 重点项.</summary>
    Key = 2,
}
