namespace Supervision.Catalog;

/// <summary>General or key item (市监 2019 random-inspection notice): a general item's ratio is strictly limited.</summary>
public enum ItemKind
{
    /// <summary>General item 一般检查事项.</summary>
    General = 1,

    /// <summary>Key item 重点检查事项: safety, quality, public interest.</summary>
    Key = 2,
}
