using System.Globalization;
using System.Runtime.CompilerServices;
using Supervision.Rules.Feel;

namespace Supervision.Benchmarks.Rules;

/// <summary>Evaluations of FEEL expressions a CPU-second, median of five: one core, no code generation.</summary>
internal static class FeelRates
{
    private static readonly FeelScope s_scope = new(new("重点项", FeelType.Number), new("综合分", FeelType.Number), new("等级", FeelType.Text));

    public static int Run()
    {
        Measure("重点项 >= 3", 2_000_000, value => value.TryGet(out bool truth) && truth ? 1 : 0, 1);
        Measure("if 重点项 >= 3 and 等级 != \"A\" then 综合分 - 2 else 综合分", 1_000_000, Number, 78);
        Measure("sum(for i in 1..10 return i * 重点项)", 100_000, Number, 165);
        return 0;
    }

    private static long Number(FeelValue value) => value.TryGet(out decimal number) ? (long)number : -1;

    private static void Measure(string text, int count, Func<FeelValue, long> sum, long one)
    {
        var expression = FeelExpression.Parse(text, s_scope);
        FeelValue[] values = [FeelValue.Of(3m), FeelValue.Of(80m), FeelValue.Of("B")];
        var rate = CpuRate.Median(text, count, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (times) =>
        {
            var total = 0L;
            for (var at = 0; at < times; at++)
            {
                total += sum(expression.Evaluate(values));
            }

            return total;
        }, one * count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate,14:N0}  {text}"));
    }
}
