using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision;

/// <summary>Stands before every use case of the container: whoever may not run it cannot have it.</summary>
internal static class UseCaseGate
{
    /// <summary>Puts the gate before each registered class with a rule that has none yet.</summary>
    public static void Close(IServiceCollection services)
    {
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i] is { IsKeyedService: false, ImplementationType: { } type, Lifetime: ServiceLifetime.Scoped } descriptor
                && type.GetCustomAttribute<AllowedToAttribute>() is not null)
            {
                var make = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
                services[i] = ServiceDescriptor.Scoped(descriptor.ServiceType, provider =>
                    provider.GetRequiredService<CurrentActor>().Refuse(type) is { } refusal
                        ? throw new RefusedException(refusal)
                        : make(provider, null));
            }
        }
    }
}
