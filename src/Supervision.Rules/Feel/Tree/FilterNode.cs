namespace Supervision.Rules.Feel.Tree;

/// <summary><c>list[n]</c>, from 1 or from the end with -1, or <c>list[condition]</c>. What is no list counts as a list of one.</summary>
internal sealed class FilterNode(FeelPlace place, FeelNode from, FeelNode filter, FeelType type) : FeelNode(place, type, from, filter)
{
    public override FeelValue Evaluate(FeelRun run, FeelFrame? frame)
    {
        var value = from.Evaluate(run, frame);
        var items = value.Kind == FeelKind.List ? value.List.Items : value.IsNull ? [] : [value];
        if (filter.Type.Kind == FeelKind.Number)
        {
            return At(run, items, filter.Evaluate(run, new FeelFrame([default], frame)));
        }

        run.Charge(this, items.Length);
        var kept = new List<FeelValue>();
        foreach (var item in items)
        {
            var answer = filter.Evaluate(run, new FeelFrame([item], frame));
            if (answer.IsNumber)
            {
                return At(run, items, answer);
            }

            if (answer.IsTrue)
            {
                kept.Add(item);
            }
            else if (!answer.IsFalse)
            {
                run.Null(filter, "SUP5111", FeelType.Boolean.Name, FeelDescription.Of(answer));
            }
        }

        return run.List(this, [.. kept]);
    }

    private FeelValue At(FeelRun run, FeelValue[] items, FeelValue place)
    {
        if (place.IsNumber && place.Number == decimal.Truncate(place.Number) && place.Number != 0 && Math.Abs(place.Number) <= items.Length)
        {
            return items[(int)(place.Number > 0 ? place.Number - 1 : items.Length + place.Number)];
        }

        return run.Null(this, "SUP5123", FeelText.Literal(place), FeelText.Of(items.Length));
    }
}
