using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Supervision.Web.Api;

/// <summary>The description of the API, OpenAPI 3.1: made from the endpoints themselves, so that it cannot say anything else.</summary>
internal static partial class ApiDescription
{
    /// <summary>Name of the document, and the last part of its address.</summary>
    public const string Name = "v1";

    /// <summary>Whether a build runs this host to write the description down: it asks for the endpoints alone, and there are no data.</summary>
    public static bool IsBeingWritten => Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    /// <summary>Settings for then; nothing is opened.</summary>
    public static IReadOnlyDictionary<string, string?> WithoutData { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Supervision:Database"] = "not-opened.db", ["Supervision:Published"] = ".",
    };

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        return services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Supervision", Version = Name, Description = "See docs/reference/api.md of the repository." };
                document.Servers = [];
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                foreach (var property in context.JsonTypeInfo.Properties.Where(ApiJson.MayBeLeftOut))
                {
                    schema.Required?.Remove(property.Name);
                }

                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                Complete(operation, context.Description.ActionDescriptor.EndpointMetadata, context.Description.RelativePath!, context.Description.HttpMethod!);
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>What the signature of a handler does not say: the parts of the address, parameters, the use case, who may.</summary>
    private static void Complete(OpenApiOperation operation, IList<object> metadata, string path, string method)
    {
        operation.OperationId = OperationId(method, path);
        operation.Parameters =
        [
            .. Part().Matches(path).Select(part => (IOpenApiParameter)new OpenApiParameter
            {
                Name = part.Groups["name"].Value, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }),
            .. metadata.OfType<ApiParameter>().Select(parameter => new OpenApiParameter
            {
                Name = parameter.Name, In = parameter.IsHeader ? ParameterLocation.Header : ParameterLocation.Query, Required = parameter.IsRequired,
                Description = parameter.Text, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }),
        ];
        if (metadata.OfType<UseCaseOf>().FirstOrDefault() is { } runs)
        {
            operation.Description = $"Runs {runs.UseCase.Name}; who may: {RolesOf(runs.UseCase)}.";
        }
    }

    private static string RolesOf(Type useCase) =>
        useCase.GetCustomAttributes(typeof(Audit.AllowedToAttribute), inherit: false) is [Audit.AllowedToAttribute allowed] ? allowed.Roles.ToString() : "whoever is signed in";

    private static string OperationId(string method, string path) =>
        method.ToLowerInvariant() + string.Concat(Word().Matches(path["api/".Length..]).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));

    [GeneratedRegex(@"\{\**(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
