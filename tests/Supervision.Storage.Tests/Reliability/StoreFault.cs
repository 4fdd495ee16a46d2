using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;

namespace Supervision.Storage.Tests.Reliability;

/// <summary>
/// Stands between the use cases and every store and unit of work, counts the calls, and lets one of them fail: before it does anything,
/// or after it did all and the caller hears of a failure none the less.
/// </summary>
public class StoreFault : DispatchProxy
{
    private object _inner = null!;
    private Plan _plan = null!;

    /// <summary>Puts every interface of the stores behind a proxy.</summary>
    internal static void Wrap(IServiceCollection services, Plan plan)
    {
        for (var i = 0; i < services.Count; i++)
        {
            var old = services[i];
            if (!old.IsKeyedService && IsStore(old.ServiceType))
            {
                services[i] = ServiceDescriptor.Describe(old.ServiceType, provider => Behind(old, provider, plan), old.Lifetime);
            }
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var call = $"{targetMethod!.DeclaringType!.Name}.{targetMethod.Name}";
        var fails = _plan.Next(call);
        if (fails && !_plan.After)
        {
            throw new InjectedFaultException(call);
        }

        object? result;
        try
        {
            result = targetMethod.Invoke(_inner, args);
        }
        catch (TargetInvocationException wrapped)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(wrapped.InnerException!);
            throw;
        }

        if (!fails)
        {
            return result;
        }

        (result as Task)?.GetAwaiter().GetResult();
        throw new InjectedFaultException(call);
    }

    private static bool IsStore(Type type) => type is { IsInterface: true, Namespace: { } space }
        && space.StartsWith("Supervision", StringComparison.Ordinal)
        && (type.Name.EndsWith("Store", StringComparison.Ordinal) || type == typeof(IUnitOfWork) || type == typeof(IHeldUnitOfWork)
            || type == typeof(IJournalReader) || type == typeof(IJournalIndex) || type == typeof(Events.IInbox));

    private static object Behind(ServiceDescriptor old, IServiceProvider provider, Plan plan)
    {
        var proxy = (StoreFault)Create(old.ServiceType, typeof(StoreFault));
        proxy._inner = old.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, old.ImplementationType!);
        proxy._plan = plan;
        return proxy;
    }

    /// <summary>Which call fails, and how many there were.</summary>
    internal sealed class Plan
    {
        public int FailAt { get; private set; }

        public bool After { get; private set; }

        public List<string> Calls { get; } = [];

        public void Arm(int failAt, bool after)
        {
            (FailAt, After) = (failAt, after);
            Calls.Clear();
        }

        public bool Next(string call)
        {
            Calls.Add(call);
            return Calls.Count == FailAt;
        }
    }
}
