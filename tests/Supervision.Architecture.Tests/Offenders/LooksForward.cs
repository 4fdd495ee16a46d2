#pragma warning disable SA1402, MA0048, MA0049, IDE0130, CA1822
namespace Supervision.Architecture.Tests.Offenders.Early
{
    using Supervision.Architecture.Tests.Offenders.Late;

    internal sealed class EarlyNoun;

    internal sealed class BaseType : LateNoun;

    internal sealed class GenericArgument
    {
        public IReadOnlyList<LateNoun>? Nouns { get; set; }
    }

    internal sealed class Signature
    {
        public string NameOf(LateNoun noun) => noun.ToString()!;
    }

    internal sealed class MethodBody
    {
        public string Name() => new LateNoun().ToString()!;
    }

    internal sealed class AsyncMethodBody
    {
        public async Task<string> NameAsync()
        {
            await Task.Yield();
            return new LateNoun().ToString()!;
        }
    }
}

namespace Supervision.Architecture.Tests.Offenders.Late
{
    internal class LateNoun
    {
        public Early.EarlyNoun? Before { get; set; }
    }
}
