using Supervision.Rules.Facts;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Packs.Expressions;

/// <summary>Facts as values of the expression language, and back.</summary>
internal static class FactValues
{
    /// <summary>The value of a fact; what is absent is null.</summary>
    public static FeelValue Of(in Fact fact) => fact.Kind switch
    {
        FactKind.Number => FeelValue.Of(fact.Number),
        FactKind.Text => FeelValue.Of(fact.Text),
        FactKind.Truth => FeelValue.Of(fact.Truth),
        FactKind.Date => FeelValue.Of(fact.Date),
        FactKind.List => FeelValue.ListOf(fact.Items.Select(item => Of(item))),
        FactKind.Record => FeelValue.ContextOf(fact.Fields.Select(field => KeyValuePair.Create(field.Key, Of(field.Value)))),
        _ => FeelValue.Null,
    };

    /// <summary>The fact of a value; absent for null and for what no fact can be, such as a range.</summary>
    public static Fact Of(in FeelValue value) => value.Kind switch
    {
        FeelKind.Number => Fact.Of(value.Number),
        FeelKind.Text => Fact.Of(value.Text),
        FeelKind.Boolean => Fact.Of(value.IsTrue),
        FeelKind.Date => value.Date.ToDateOnly() is { } date ? Fact.Of(date) : default,
        FeelKind.List => Fact.List([.. value.List.Items.Select(item => Of(item))]),
        FeelKind.Context => Fact.Record(value.Context.Entries.Select(entry => (entry.Key, Of(entry.Value)))),
        _ => default,
    };

    /// <summary>The type of the values of facts of a type.</summary>
    public static FeelType TypeOf(FactType type) => type.Kind switch
    {
        FactKind.Number => FeelType.Number,
        FactKind.Text => type.Words is { } words ? FeelType.OfWords(words, type.Scale) : FeelType.Text,
        FactKind.Truth => FeelType.Boolean,
        FactKind.Date => FeelType.Date,
        FactKind.List => FeelType.ListOf(TypeOf(type.Item!)),
        FactKind.Record => FeelType.ContextOf(type.Fields!.Select(field => KeyValuePair.Create(field.Key, TypeOf(field.Value)))),
        _ => FeelType.Any,
    };

    /// <summary>The type of facts that values of a type are; unknown where only an evaluation tells.</summary>
    public static FactType TypeOf(FeelType type) => type.Kind switch
    {
        FeelKind.Number => FactType.Number,
        FeelKind.Text => type.Words is { } words ? FactType.OfWords(words) with { Scale = type.Scale } : FactType.Text,
        FeelKind.Boolean => FactType.Truth,
        FeelKind.Date => FactType.Date,
        FeelKind.List => FactType.ListOf(TypeOf(type.Element)),
        FeelKind.Context when type.Members is { } members =>
            FactType.Record(members.Select(member => (member.Key, TypeOf(member.Value)))),
        _ => FactType.Unknown,
    };
}
