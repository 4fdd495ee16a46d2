using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests;

/// <summary>One-time codes are those that any program on a phone shows.</summary>
public sealed class OneTimeCodeTests
{
    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_IsThatOfTheStandard(long second, string code) => Assert.Equal(code, OneTimeCode.At(s_secret, second / 30));

    [Fact]
    public void Code_IsRightInItsStepAndInTheOnesBesideIt() => Prop.ForAll<int, int>((second, apart) =>
    {
        var (step, now) = (Math.Abs((long)second) + 100, (apart % 4) + Math.Abs((long)second) + 100);
        var found = OneTimeCode.StepOf(s_secret, OneTimeCode.At(s_secret, step), DateTimeOffset.FromUnixTimeSeconds((now * 30) + 7));
        Assert.Equal(Math.Abs(now - step) <= 1, found == step);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870821")]
    [InlineData("２８７０８２")]
    public void WhatIsNoCode_IsWrong(string? code) => Assert.Null(OneTimeCode.StepOf(s_secret, code, DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public void Code_MayBeTypedInTwoGroups() => Assert.Equal(1, OneTimeCode.StepOf(s_secret, "287 082", DateTimeOffset.FromUnixTimeSeconds(59)));

    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secret_IsWrittenInBase32(string secret, string text) => Assert.Equal(text, OneTimeCode.Text(Encoding.ASCII.GetBytes(secret)));

    [Fact]
    public void Address_NamesTheSiteAndTheUser() => Assert.Equal(
        "otpauth://totp/%E7%9B%91%E7%AE%A1:zhang%20san?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E7%9B%91%E7%AE%A1", OneTimeCode.Address(s_secret, "监管", "zhang san"));
}
