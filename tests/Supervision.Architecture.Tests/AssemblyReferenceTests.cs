using System.Xml.Linq;
using Supervision.Architecture.Tests.Offenders;

namespace Supervision.Architecture.Tests;

/// <summary>Core knows nobody, Rules and Storage know Core and not each other, hosts leave the database to Storage.</summary>
public sealed class AssemblyReferenceTests
{
    private const string Injection = "Microsoft.Extensions.DependencyInjection.Abstractions";
    private static readonly AssemblyReferences s_core = new(Injection);
    private static readonly AssemblyReferences s_rules = new(Injection, "Supervision.Core", "YamlDotNet");
    private static readonly AssemblyReferences s_storage = new(
        Injection, "Supervision.Core", "Microsoft.EntityFrameworkCore*", "Microsoft.Data.Sqlite", "SQLitePCLRaw.*",
        "SourceGear.sqlite3", "Npgsql*");

    private static readonly AssemblyReferences s_documents = new("Supervision.Core", "QRCoder");

    private static readonly AssemblyReferences s_hosting = new(
        "Microsoft.Extensions.DependencyInjection*", "Supervision.Core", "Supervision.Rules", "Supervision.Storage", "CsvHelper");

    private static readonly AssemblyReferences s_testing = new(Injection, "Supervision.Core", "Supervision.Rules", "xunit.v3.assert");

    [Fact]
    public void Testing_ReferencesCoreRulesAndAssertionsButNoTestFramework() => AssertKeeps(s_testing, "Supervision.Testing");

    [Fact]
    public void Documents_ReferencesCoreAndTheQrCodeOnly() => AssertKeeps(s_documents, "Supervision.Documents");

    [Fact]
    public void Core_ReferencesOnlyTheBaseLibraryAndInjectionAbstractions() => AssertKeeps(s_core, "Supervision.Core");

    [Fact]
    public void Rules_ReferencesCoreAndYamlButNeverStorage() => AssertKeeps(s_rules, "Supervision.Rules");

    [Fact]
    public void Storage_ReferencesCoreAndEntityFrameworkButNeverRules() => AssertKeeps(s_storage, "Supervision.Storage");

    // The offender is this assembly: it uses EF Core, the rules and a test framework.
    [Fact]
    public void Outside_GivenAnAssemblyThatUsesEverything_NamesWhatEachLayerMayNotUse()
    {
        var used = CompiledAssembly.OfOffenders.References.ToList();
        Assert.Contains("Microsoft.EntityFrameworkCore", s_core.Outside(used));
        Assert.Contains("Supervision.Rules", s_core.Outside(used));
        Assert.Contains("Microsoft.EntityFrameworkCore", s_rules.Outside(used));
        Assert.Contains("Supervision.Rules", s_storage.Outside(used));
        Assert.DoesNotContain("System.Runtime", s_core.Outside(used));
    }

    // The compiler drops a reference that is not used yet, so the project files are looked at as well.
    [Fact]
    public void Outside_GivenAProjectThatReferencesStorage_NamesIt() =>
        Assert.Equal(
            ["Serilog", "Supervision.Storage"],
            s_rules.Outside(Declared(XDocument.Parse(
                """
                <Project><ItemGroup>
                  <PackageReference Include="Serilog" /><PackageReference Include="An.Analyzer" PrivateAssets="all" />
                  <ProjectReference Include="..\Supervision.Storage\Supervision.Storage.csproj" />
                </ItemGroup></Project>
                """))));

    [Fact]
    public void Hosting_ReferencesNoHostAndNothingOfTheirs()
    {
        Expect.Nothing(s_hosting.Outside(CompiledAssembly.Named("Supervision.Hosting").References));
        Expect.Nothing(s_hosting.Outside(Declared(Repository.Project("src", "Hosts", "Supervision.Hosting", "Supervision.Hosting.csproj"))));
    }

    [Fact]
    public void Hosts_ReferenceNoOtherHost()
    {
        var hosts = Hosts();
        Assert.True(hosts.Count >= 2, "fewer than two hosts found");
        foreach (var (path, assembly) in hosts)
        {
            Expect.Nothing(OtherHosts(hosts, assembly, Declared(XDocument.Load(path))));
            Expect.Nothing(OtherHosts(hosts, assembly, CompiledAssembly.Named(assembly).References));
        }
    }

    [Fact]
    public void OtherHosts_GivenAHostThatReferencesTheConsole_NamesItByProjectAndByAssembly()
    {
        var project = XDocument.Parse(
            """
            <Project><ItemGroup>
              <ProjectReference Include="..\Supervision.Console\Supervision.Console.csproj" /><ProjectReference Include="../Supervision.Hosting/Supervision.Hosting.csproj" />
            </ItemGroup></Project>
            """);
        Assert.Equal(["Supervision.Console"], OtherHosts(Hosts(), "Supervision.Web", Declared(project)));
        Assert.Equal(["supervision"], OtherHosts(Hosts(), "Supervision.Web", ["System.Runtime", "Supervision.Core", "supervision", "Supervision.Web"]));
    }

    // Testing brings assertions along; what is deployed must not.
    [Fact]
    public void Hosts_ShipNoAssertions()
    {
        var withTesting = Repository.Sources("*.csproj", Path.Combine("src", "Hosts"))
            .Where(path => Declared(XDocument.Load(path)).Contains("Supervision.Testing", StringComparer.Ordinal)).ToList();
        Assert.NotEmpty(withTesting);
        Assert.All(withTesting, path => Assert.Contains("""<PackageReference Include="xunit.v3.assert" ExcludeAssets="all" />""", File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Hosts_UseNoTypeOfTheDatabase()
    {
        var hosts = Repository.Sources("*.csproj", Path.Combine("src", "Hosts"));
        Assert.NotEmpty(hosts);
        Assert.All(hosts, path => Expect.Nothing(DatabaseTypes(CompiledAssembly.Named(AssemblyNameOf(path)))));
    }

    [Fact]
    public void DatabaseTypes_GivenAHostThatQueriesAContext_NamesThem()
    {
        Assert.NotNull(new HostThatQueries().GetType());
        var found = DatabaseTypes(CompiledAssembly.OfOffenders);
        Assert.Contains("Microsoft.EntityFrameworkCore.DbContext", found);
        Assert.Contains("Microsoft.Data.Sqlite.SqliteConnection", found);
    }

    private static void AssertKeeps(AssemblyReferences rule, string project)
    {
        Expect.Nothing(rule.Outside(CompiledAssembly.Named(project).References));
        Expect.Nothing(rule.Outside(Declared(Repository.Project("src", project, project + ".csproj"))));
    }

    private static IEnumerable<string> Declared(XDocument project) =>
        from reference in project.Descendants()
        where reference.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference"
        where reference.Attribute("PrivateAssets")?.Value != "all"
        let include = reference.Attribute("Include")!.Value.Replace('\\', '/')
        select include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include) : include;

    // A registration such as UseSqlite(path) takes no database type, so a host needs none at all.
    private static IReadOnlyList<string> DatabaseTypes(CompiledAssembly assembly) =>
    [
        .. from type in assembly.ReferencedTypes
           where type.Assembly.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
               || type.Assembly is "Microsoft.Data.Sqlite" or "Npgsql"
               || type.Type.EndsWith("DbContext", StringComparison.Ordinal)
           select type.Type,
    ];

    // What hosts share is no host.
    private static IReadOnlyList<(string Project, string Assembly)> Hosts() =>
    [
        .. from path in Repository.Sources("*.csproj", Path.Combine("src", "Hosts"))
           where Path.GetFileNameWithoutExtension(path) != "Supervision.Hosting"
           select (path, AssemblyNameOf(path)),
    ];

    private static IEnumerable<string> OtherHosts(IReadOnlyList<(string Project, string Assembly)> hosts, string own, IEnumerable<string> references)
    {
        var others = hosts.Where(host => host.Assembly != own).ToList();
        return references.Where(name => others.Exists(host => name == host.Assembly || name == Path.GetFileNameWithoutExtension(host.Project)));
    }

    private static string AssemblyNameOf(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value
        ?? Path.GetFileNameWithoutExtension(project);
}
