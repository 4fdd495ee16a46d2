namespace Supervision.Architecture.Tests;

/// <summary>A reader who knows a type's name knows its file: src/project/folders of its namespace/name.cs.</summary>
public sealed class PublicTypeFileTests
{
    [Theory]
    [InlineData("Supervision.Core", "Supervision")]
    [InlineData("Supervision.Rules", "Supervision.Rules")]
    [InlineData("Supervision.Storage", "Supervision.Storage")]
    [InlineData("Supervision.Documents", "Supervision.Documents")]
    [InlineData("Supervision.Testing", "Supervision.Testing")]
    public void PublicType_HasAFileNamedAfterIt(string project, string root) =>
        Expect.Nothing(Missing(PublicApi.TypesOf(project), Path.Combine("src", project), root));

    [Fact]
    public void Missing_GivenATypeInAFileOfAnotherName_NamesIt() =>
        Assert.Equal(
            ["Offenders/Late/LateNoun.cs"],
            Missing(
                [typeof(Offenders.Late.LateNoun), typeof(PublicTypeFileTests)],
                Path.Combine("tests", "Supervision.Architecture.Tests"),
                "Supervision.Architecture.Tests"));

    // A type in namespace Supervision itself, such as AddSupervision, may live in any folder: its users look for the name.
    private static IReadOnlyList<string> Missing(IEnumerable<Type> types, string folder, string root)
    {
        var files = Repository.Sources("*.cs", folder)
            .Select(path => Path.GetRelativePath(Repository.PathTo(folder), path).Replace('\\', '/'))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from type in types
               let name = type.Name.Split('`')[0] + ".cs"
               where type.Namespace == "Supervision"
                   ? !files.Any(file => Path.GetFileName(file) == name)
                   : !files.Contains(FolderOf(type, root) + name)
               select FolderOf(type, root) + name,
        ];
    }

    private static string FolderOf(Type type, string root) =>
        type.Namespace!.Length > root.Length ? type.Namespace[(root.Length + 1)..].Replace('.', '/') + "/" : "";
}
