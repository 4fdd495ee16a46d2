using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Supervision.Architecture.Tests;

/// <summary>An assembly beside the tests, read as metadata and never loaded: what it references and mentions.</summary>
internal sealed class CompiledAssembly
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    private CompiledAssembly(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        Assert.True(File.Exists(path), $"{name}.dll is not beside the tests: reference its project from them.");
        _file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>This very test assembly, which holds the offenders.</summary>
    public static CompiledAssembly OfOffenders { get; } = new("Supervision.Architecture.Tests");

    /// <summary>Full names of its own types, nested ones left out.</summary>
    public IEnumerable<string> Types =>
        _metadata.TypeDefinitions.Where(handle => Outermost(handle) == handle).Select(NameOf);

    /// <summary>Names of the assemblies it references.</summary>
    public IEnumerable<string> References =>
        _metadata.AssemblyReferences.Select(handle => Text(_metadata.GetAssemblyReference(handle).Name));

    /// <summary>Types of other assemblies that it uses anywhere, as "assembly: full name".</summary>
    public IEnumerable<(string Assembly, string Type)> ReferencedTypes =>
        _metadata.TypeReferences.Select(handle => (AssemblyOf(handle), NameOf(handle)));

    /// <summary>Members of other assemblies that it uses anywhere, as "full type name.member".</summary>
    public IEnumerable<string> ReferencedMembers =>
        from handle in _metadata.MemberReferences
        let member = _metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        select $"{NameOf((TypeReferenceHandle)member.Parent)}.{Text(member.Name)}";

    public static CompiledAssembly Named(string name) => new(name);

    /// <summary>
    /// For each type the types of the same assembly that it mentions: base type, interfaces, constraints, fields,
    /// signatures, locals and method bodies. What the compiler generates counts for the type it serves.
    /// </summary>
    public IEnumerable<(string Type, string Mentions)> Mentions()
    {
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = NameOf(Outermost(handle));
            var found = new TypeMentions(_file, _metadata);
            found.Visit(handle);
            foreach (var mentioned in found.Types.Select(Outermost).Distinct().Select(NameOf))
            {
                if (mentioned != type)
                {
                    yield return (type, mentioned);
                }
            }
        }
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle handle)
    {
        var declaring = _metadata.GetTypeDefinition(handle).GetDeclaringType();
        return declaring.IsNil ? handle : Outermost(declaring);
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return $"{Text(type.Namespace)}.{Text(type.Name)}";
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}+{Text(type.Name)}"
            : $"{Text(type.Namespace)}.{Text(type.Name)}";
    }

    private string AssemblyOf(TypeReferenceHandle handle)
    {
        var scope = _metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => Text(_metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => AssemblyOf((TypeReferenceHandle)scope),
            _ => "",
        };
    }

    private string Text(StringHandle handle) => _metadata.GetString(handle);
}
