using Supervision.Registry;
using Supervision.Web.Pages.Bureau;

namespace Supervision.Web.Tests;

/// <summary>Officers are picked by name; a name that several have is asked about, and what names nobody is left for the use case to refuse.</summary>
public sealed class OfficerPickTests
{
    private static readonly Officer[] s_offered = [Of("A1", "王芳"), Of("A2", "李强"), Of("A3", "王芳"), Of("A4", "阿依古丽 买买提")];

    [Theory]
    [InlineData("李强", "A2")]
    [InlineData("A2", "A2")]
    [InlineData("王芳 A3|李强", "A3,A2")]
    [InlineData("A1,A2", "A1,A2")]
    [InlineData(" A1 A2 |", "A1,A2")]
    [InlineData("李强、阿依古丽 买买提", "A2,A4")]
    [InlineData("赵六|A9", "赵六,A9")]
    public void Ids_WhatWasTyped_NamesOfficers(string typed, string ids) =>
        Assert.Equal(ids.Split(','), Pick(typed).Ids().OrThrow());

    [Fact]
    public void Ids_ANameOfSeveral_IsRefusedWithTheirIds()
    {
        var refusal = Pick("李强|王芳").Ids().Refusal!;
        Assert.Equal(("SUP7655", "王芳, A1, A3"), (refusal.Code, string.Join(", ", refusal.Message.Arguments)));
    }

    [Fact]
    public void Fields_ShowWhoWasPickedByNameAndId_AndAlwaysAnEmptyOne()
    {
        Assert.Equal(["李强 A2", "赵六", "", ""], Pick("A2|赵六").Fields);
        Assert.Equal(["王芳 A1", "李强 A2", "王芳 A3", "阿依古丽 买买提 A4", ""], Pick("A1,A2,A3,A4").Fields);
    }

    private static OfficerPick Pick(string typed) => new(s_offered, typed.Split('|'), 2, 4);

    private static Officer Of(string id, string name) => new() { Id = id, Name = name, AgencyId = "A" };
}
