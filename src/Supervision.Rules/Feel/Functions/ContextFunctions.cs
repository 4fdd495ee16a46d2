namespace Supervision.Rules.Feel.Functions;

/// <summary>Functions of contexts.</summary>
internal static class ContextFunctions
{
    public static BuiltInForm[] Forms { get; } =
    [
        BuiltInForm.Parse("get value(m: context, key: string) -> any", call => call[0].Context.TryGet(call[1].Text, out var value) ? value : call.Null()),
        BuiltInForm.Parse("get value(context: context, keys: list) -> any", GetAt),
        BuiltInForm.Parse("get entries(m: context) -> list", call => call.List(call[0].Context.Entries.Select(entry =>
            FeelValue.ContextOf(new KeyValuePair<string, FeelValue>("key", FeelValue.Of(entry.Key)), new("value", entry.Value))))),
        BuiltInForm.Parse("context(entries: list) -> context", Made),
        BuiltInForm.Parse("context put(context: context, key: string, value: any?) -> context", call => Put(call, call[0].Context, [call[1]], 0)),
        BuiltInForm.Parse("context put(context: context, keys: list, value: any?) -> context", call =>
            call[1].List.Count > 0 ? Put(call, call[0].Context, call[1].List.Items, 0) : call.Null()),
        BuiltInForm.Parse("context merge(contexts: list) -> context", Merged),
    ];

    private static FeelValue GetAt(BuiltInCall call)
    {
        var value = call[0];
        foreach (var key in call[1].List.Items)
        {
            if (key.Kind != FeelKind.Text || value.Kind != FeelKind.Context || !value.Context.TryGet(key.Text, out value))
            {
                return call.Null();
            }
        }

        return value;
    }

    private static FeelValue Made(BuiltInCall call)
    {
        call.Charge(call[0].List.Count);
        var made = new FeelContext.Builder();
        foreach (var entry in call[0].List.Items)
        {
            if (entry.Kind != FeelKind.Context || !entry.Context.TryGet("key", out var key) || key.Kind != FeelKind.Text
                || !entry.Context.TryGet("value", out var value) || !made.TryAdd(key.Text, value))
            {
                return call.Null();
            }
        }

        return call.Run.Context(call.At, made);
    }

    private static FeelValue Put(BuiltInCall call, FeelContext context, FeelValue[] keys, int at)
    {
        if (keys[at].Kind != FeelKind.Text)
        {
            return call.Null();
        }

        call.Charge(1 + context.Entries.Count);
        var value = call[2];
        if (at < keys.Length - 1)
        {
            if (!context.TryGet(keys[at].Text, out var inner) || inner.Kind != FeelKind.Context)
            {
                return call.Null();
            }

            value = Put(call, inner.Context, keys, at + 1);
            if (value.IsNull)
            {
                return value;
            }
        }

        var made = new FeelContext.Builder();
        foreach (var (name, entry) in context.Entries)
        {
            made.Set(name, entry);
        }

        made.Set(keys[at].Text, value);
        return call.Run.Context(call.At, made);
    }

    private static FeelValue Merged(BuiltInCall call)
    {
        var made = new FeelContext.Builder();
        foreach (var context in call[0].List.Items)
        {
            if (context.Kind != FeelKind.Context)
            {
                return call.Null();
            }

            call.Charge(1 + context.Context.Entries.Count);
            foreach (var (name, value) in context.Context.Entries)
            {
                made.Set(name, value);
            }
        }

        return call.Run.Context(call.At, made);
    }
}
