namespace Supervision.Catalog;

/// <summary>A content line 监管内容 of a sub-item: the finest thing that can be found wanting.</summary>
/// <param name="Code">Identifier, unique in the catalogue.</param>
/// <param name="Text">The duty as published.</param>
public sealed record ItemContent(string Code, string Text);
