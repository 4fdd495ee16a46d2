using FsCheck;
using FsCheck.Fluent;
using Supervision.Data;

namespace Supervision.Core.Tests.Data;

// Goal: a delivery that is repeated changes nothing, and the batches together are always what was delivered last.
public sealed class BatchTests
{
    private static readonly DateOnly s_day = new(2019, 4, 11);

    [Fact]
    public void Between_AnyDeliveries_BatchesReplayToTheLastOneAndARepeatIsEmpty() =>
        Prop.ForAll(Deliveries().ToArbitrary(), deliveries =>
        {
            var standing = new Dictionary<(string, string), BatchRow>();
            foreach (var delivery in deliveries)
            {
                foreach (var change in BatchDifference.Between(standing.Values, delivery, isComplete: true))
                {
                    Assert.Equal(
                        change.Operation == BatchOperation.Insert,
                        !standing.TryGetValue((change.Table, change.Key), out var old) || old.Operation == BatchOperation.Delete);
                    standing[(change.Table, change.Key)] = change;
                }

                Assert.Empty(BatchDifference.Between(standing.Values, delivery, isComplete: true));
                Assert.Equal(
                    delivery.Select(row => (row.Key, row.Values[0])).Order(),
                    standing.Values.Where(row => row.Operation != BatchOperation.Delete).Select(row => (row.Key, row.Values[0])).Order());
            }
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Between_APartialDelivery_DeletesNothing() =>
        Assert.Empty(BatchDifference.Between([Row("a", "1")], [], isComplete: false));

    // domain.md §3.3: the second batch of 2019-04-11.
    [Fact]
    public void After_TheFirstOfTheDay_IsThePublishedExample()
    {
        var second = BatchNumber.After(new BatchNumber(s_day, 1), s_day).OrThrow();
        Assert.Equal("2019041100002", second.ToString());
        Assert.Equal(second, BatchNumber.Parse("2019041100002"));
    }

    [Fact]
    public void After_ADayWithoutNumbersOrAClockSetBack_NeverGivesANumberTwice()
    {
        Assert.Equal("SUP7432", BatchNumber.After(new BatchNumber(s_day, 99_999), s_day).Refusal!.Code);
        Assert.Equal(new BatchNumber(s_day, 8), BatchNumber.After(new BatchNumber(s_day, 7), s_day.AddDays(-1)).OrThrow());
        Assert.Equal(new BatchNumber(s_day.AddDays(1), 1), BatchNumber.After(new BatchNumber(s_day, 7), s_day.AddDays(1)).OrThrow());
    }

    [Theory]
    [InlineData("2019041100000")]
    [InlineData("2019023000001")]
    [InlineData("201904110001")]
    [InlineData("20190411000１２")]
    public void Parse_WhatIsNoNumber_IsNull(string text) => Assert.Null(BatchNumber.Parse(text));

    private static BatchRow Row(string key, string value) => new("t", key, BatchOperation.Insert, [value]);

    private static Gen<BatchRow[][]> Deliveries() =>
        (from keys in Gen.Elements("a", "b", "c", "d").ListOf()
         from value in Gen.Elements("1", "2", "3").ArrayOf(4)
         select keys.Distinct(StringComparer.Ordinal).Select((key, at) => Row(key, value[at])).ToArray()).ListOf()
        .Select(list => list.ToArray());
}
