namespace Supervision.Console.Policies;

/// <summary>A CSV or XLSX file cannot be read as sheets; the message is a resource key with its arguments.</summary>
internal sealed class SheetException(string key, params object[] arguments) : Exception(key)
{
    public string Key { get; } = key;

    public object[] Arguments { get; } = arguments;
}
