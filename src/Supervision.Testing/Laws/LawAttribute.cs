namespace Supervision.Testing.Laws;

/// <summary>A method that is a law of the stores; several with arguments are several laws.</summary>
/// <param name="arguments">What the method is called with.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class LawAttribute(params object[] arguments) : Attribute
{
    public object[] Arguments { get; } = arguments;
}
