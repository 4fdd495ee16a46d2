using Supervision.Rules.Feel;
using Supervision.Rules.Feel.Tree;

namespace Supervision.Rules.Packs.Expressions.Nodes;

/// <summary>The value of a parameter on the scope's date, under its keys.</summary>
internal sealed class ParameterNode : FeelNode
{
    private const int Many = 10;

    private readonly Parameter _parameter;
    private readonly FeelNode[] _keys;

    public ParameterNode(FeelPlace place, Parameter parameter, FeelNode[] keys)
        : base(place, TypeOf(parameter), keys)
    {
        (_parameter, _keys) = (parameter, keys);
        foreach (var value in parameter.Values)
        {
            var missing = Combinations()?.Where(key => !value.Has(key)).ToList() ?? [];
            if (missing.Count > 0 || keys.Length != value.KeyCount)
            {
                throw new FeelException(place.Error(
                    "SUP5021", parameter.Name, Invariant.Text(value.From),
                    keys.Length == 0 ? "one number, without keys" : missing.Count == 0 ? Invariant.Text(keys.Length) : string.Join(", ", missing.Take(Many))));
            }
        }
    }

    public string Name => _parameter.Name;

    /// <summary>Every number that it can ever be.</summary>
    public IEnumerable<decimal> Numbers => _parameter.Values.SelectMany(value => value.Numbers.Values);

    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var scope = ((PackRun)run).Scope;
        var key = _keys.Length switch
        {
            0 => "",
            1 => Text(_keys[0].Evaluate(run, frame)),
            _ => string.Join(Parameter.Between, _keys.Select(one => Text(one.Evaluate(run, frame)))),
        };
        if (_parameter.IsPeriod)
        {
            return Duration(_parameter.GetPeriod(scope.On, key).Period);
        }

        var (number, basis) = _parameter.Get(scope.On, key);
        scope.Basis ??= basis;
        return FeelValue.Of(number);
    }

    private static string Text(in FeelValue value) => value.Kind == FeelKind.Text ? value.Text : FactValues.Of(value).ToString();

    private static FeelValue Duration(Period period) =>
        period.Days == 0 ? FeelValue.YearMonth(period.Months) : FeelValue.DayTime(period.Days * FeelTime.SecondsOfDay);

    private static FeelType TypeOf(Parameter parameter) =>
        !parameter.IsPeriod ? FeelType.Number
        : parameter.Values.All(value => value.Periods.Values.All(period => period.Days == 0)) ? FeelType.YearMonthDuration
        : parameter.Values.All(value => value.Periods.Values.All(period => period.Months == 0)) ? FeelType.DayTimeDuration
        : FeelType.Any;

    // Null where a key can be any text or number.
    private List<string>? Combinations()
    {
        List<string> all = [""];
        foreach (var (at, key) in _keys.Index())
        {
            if ((key is ConstantNode constant ? [Text(constant.Value)] : key.Type.Words) is not { } words)
            {
                return null;
            }

            all = [.. all.SelectMany(before => words.Select(word => at == 0 ? word : before + Parameter.Between + word))];
        }

        return all;
    }
}
