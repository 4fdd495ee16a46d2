namespace Supervision.Rules.Feel.Tree;

/// <summary>The variables of a loop: each with a list, a range, or two ends, the later ones inside the earlier.</summary>
internal sealed class FeelLoop(IReadOnlyList<FeelLoop.Variable> variables)
{
    /// <summary>The lists, so that a node around them knows how high it is.</summary>
    public IEnumerable<FeelNode> Nodes => variables.SelectMany(variable => variable.To is null ? [variable.From] : new[] { variable.From, variable.To });

    /// <summary>
    /// Runs the body for each combination until it says false. Its frame holds the partial result, then the variables.
    /// </summary>
    /// <returns>False when something to loop over is no list.</returns>
    public bool Run(FeelRun run, FeelNode at, FeelFrame? outer, Func<FeelValue, FeelValue> partial, Func<FeelFrame, bool> body)
    {
        // An odometer: the domains of the variables to the right are made anew whenever one to the left moves.
        var domains = new Domain?[variables.Count];
        var frame = new FeelFrame(new FeelValue[variables.Count + 1], outer);
        var level = 0;
        while (level >= 0)
        {
            if (domains[level] is null)
            {
                if (variables[level].Open(run, at, frame) is not { } opened)
                {
                    return false;
                }

                domains[level] = opened;
            }

            if (!domains[level]!.Next(out var value))
            {
                domains[level--] = null;
                continue;
            }

            run.Charge(at, 1);
            frame = new FeelFrame([.. frame.Values], outer);
            frame.Values[level + 1] = value;
            if (level < variables.Count - 1)
            {
                level++;
                continue;
            }

            frame.Values[0] = partial(default);
            if (!body(frame))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>One variable and what it runs over: a list or range, or the numbers or days from one end to another.</summary>
    internal sealed record Variable(FeelNode From, FeelNode? To)
    {
        public Domain? Open(FeelRun run, FeelNode at, FeelFrame frame)
        {
            var from = From.Evaluate(run, frame);
            if (To is not null)
            {
                return Between(run, at, from, To.Evaluate(run, frame));
            }

            if (from.Kind == FeelKind.List)
            {
                return new Domain(from.List.Items);
            }

            if (from.Kind == FeelKind.Range && from.Range.Operator.Length == 0)
            {
                return Inside(run, at, from.Range);
            }

            if (from.IsNull)
            {
                run.Null(at, "SUP5111", FeelType.AnyList.Name, "null");
                return null;
            }

            return new Domain([from]);
        }

        private static Domain? Inside(FeelRun run, FeelNode at, FeelRange range)
        {
            if (Between(run, at, range.Low, range.High) is not { } domain)
            {
                return null;
            }

            domain.Skip(range.HasLow ? 0 : 1, range.HasHigh ? 0 : 1);
            return domain;
        }

        private static Domain? Between(FeelRun run, FeelNode at, FeelValue from, FeelValue to)
        {
            if (from.IsNumber && to.IsNumber && IsWhole(from.Number) && IsWhole(to.Number))
            {
                return new Domain(from.Number, to.Number, FeelValue.Of);
            }

            if (from.Kind == FeelKind.Date && to.Kind == FeelKind.Date)
            {
                return new Domain(from.Date.DayNumber, to.Date.DayNumber, day => FeelValue.Of(FeelDate.OfDayNumber(day)!));
            }

            run.Null(at, "SUP5110", "..", FeelDescription.Of(from), FeelDescription.Of(to));
            return null;
        }

        private static bool IsWhole(decimal number) => number == decimal.Truncate(number) && Math.Abs(number) < 1_000_000_000_000_000m;
    }

    /// <summary>What is left to run over. Never made as a list, however long it is.</summary>
    internal sealed class Domain
    {
        private readonly FeelValue[]? _items;
        private readonly Func<decimal, FeelValue>? _make;
        private readonly int _step = 1;
        private decimal _at;
        private decimal _last;

        public Domain(FeelValue[] items)
        {
            _items = items;
            _last = items.Length - 1;
        }

        public Domain(decimal from, decimal to, Func<decimal, FeelValue> make)
        {
            _make = make;
            _at = from;
            _last = to;
            _step = from <= to ? 1 : -1;
        }

        public void Skip(int first, int last)
        {
            _at += first * _step;
            _last -= last * _step;
        }

        public bool Next(out FeelValue value)
        {
            if (_step > 0 ? _at > _last : _at < _last)
            {
                value = default;
                return false;
            }

            value = _items is null ? _make!(_at) : _items[(int)_at];
            _at += _step;
            return true;
        }
    }
}
