using System.Reflection;
using Supervision.Audit;

namespace Supervision.Storage.Tests.Contract;

/// <summary>The use cases of Core: whatever takes a unit of work.</summary>
internal static class UseCases
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(Actor).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false }
                && type.GetConstructors().Any(make => make.GetParameters().Any(p => p.ParameterType == typeof(IUnitOfWork))))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static AllowedToAttribute? RuleOf(Type useCase) => useCase.GetCustomAttribute<AllowedToAttribute>();
}
