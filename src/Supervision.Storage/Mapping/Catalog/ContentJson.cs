using Supervision.Catalog;

namespace Supervision.Storage.Mapping.Catalog;

internal sealed record ContentJson(string Code, string Text)
{
    public static ContentJson Of(ItemContent content) => new(content.Code, content.Text);

    public ItemContent ToContent() => new(Code, Text);
}
