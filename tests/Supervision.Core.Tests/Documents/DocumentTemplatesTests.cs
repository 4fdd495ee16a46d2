using Supervision.Documents;

namespace Supervision.Core.Tests.Documents;

// Goal: a bureau words its documents itself, and loses neither a fact that the record gives nor a mask of the public version.
public sealed class DocumentTemplatesTests
{
    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_OtherWording_TakesThePlaceOfItsKindAlone(DocumentKind kind)
    {
        var own = Own(kind, "\"title\": \"", "\"title\": \"本局");
        var templates = DocumentTemplates.Shipped.With(own).OrThrow();
        Assert.StartsWith("本局", templates.Of(kind).Title, StringComparison.Ordinal);
        Assert.All(Enum.GetValues<DocumentKind>().Where(other => other != kind), other => Assert.Same(DocumentTemplates.Shipped.Of(other), templates.Of(other)));
        Assert.DoesNotContain("本局", DocumentTemplates.Shipped.Of(kind).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"name\": \"agency\"", "\"name\": \"bureau\"", "agency")]
    [InlineData("\"fields\": [", "\"fields\": [ { \"name\": \"weather\", \"label\": \"天气\", \"optional\": true },", "weather")]
    public void With_FieldsThatNoRecordGives_IsRefusedByName(string text, string instead, string name)
    {
        var refusal = DocumentTemplates.Shipped.With(Own(DocumentKind.Decision, text, instead)).Refusal!;
        Assert.Equal(("SUP7650", name), (refusal.Code, refusal.Message.Arguments[1]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_APersonalFieldUnmarked_IsRefused(DocumentKind kind)
    {
        foreach (var field in DocumentTemplates.Shipped.Of(kind).Fields.Where(field => field.Personal != PersonalData.None).Select(field => field.Personal).Distinct())
        {
            var mark = char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
            Assert.Equal("SUP7651", DocumentTemplates.Shipped.With(Own(kind, $", \"personal\": \"{mark}\"", "")).Refusal?.Code);
        }
    }

    private static DocumentTemplate Own(DocumentKind kind, string text, string instead)
    {
        var shipped = DocumentTemplates.Shipped.Of(kind).Text;
        Assert.Contains(text, shipped, StringComparison.Ordinal);
        return DocumentTemplate.Parse(shipped.Replace(text, instead, StringComparison.Ordinal));
    }
}
