using System.Reflection;
using Supervision.Audit;

namespace Supervision.Storage.Tests.Contract;

/// <summary>The use cases of Core: whatever takes a unit of work, itself or through matters, and can be run from outside.</summary>
internal static class UseCases
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(Actor).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false }
                && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(method => !method.IsSpecialName)
                && type.GetConstructors().Any(make => make.GetParameters().Any(p => p.ParameterType == typeof(IUnitOfWork) || p.ParameterType == typeof(Matters.MatterWork))))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static AllowedToAttribute? RuleOf(Type useCase) => useCase.GetCustomAttribute<AllowedToAttribute>();
}
