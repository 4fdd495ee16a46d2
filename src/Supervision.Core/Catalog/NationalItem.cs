namespace Supervision.Catalog;

/// <summary>An entry of the national catalogue 国家监管事项目录, to which the items of a province map. What maps to none may not be inspected.</summary>
/// <param name="Code">Item code: 14 digits.</param>
/// <param name="Name">Name as published.</param>
public sealed record NationalItem(string Code, string Name);
