using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Descriptions;

namespace BingAds.Emulator.Tests.Descriptions;

public sealed class DescriptionTests : IAsyncLifetime
{
    private static readonly XNamespace s_wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/wsdl/soap/";

    private readonly HttpClient _http = new();
    private EmulatorHost _emulator = null!;

    public static TheoryData<ServiceName> Services { get; } = [.. Enum.GetValues<ServiceName>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _emulator = await EmulatorHost.StartAsync(cancellationToken: Token);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Wsdl_has_each_operation_and_valid_schemas(ServiceName service)
    {
        var address = SoapAddress(service);
        var document = XDocument.Parse(await _http.GetStringAsync($"{address}?singleWsdl", Token));

        var operations = document.Root!.Element(s_wsdl + "portType")!.Elements(s_wsdl + "operation").Select(static o => (string)o.Attribute("name")!);
        Assert.Equal(ApiCatalog.Operations(service).Select(static o => o.Name).Order(StringComparer.Ordinal), operations.Order(StringComparer.Ordinal));
        var actions = document.Root.Element(s_wsdl + "binding")!.Descendants(s_soap + "operation").Select(static o => (string)o.Attribute("soapAction")!);
        Assert.Equal(ApiCatalog.Operations(service).Select(static o => o.SoapAction).Order(StringComparer.Ordinal), actions.Order(StringComparer.Ordinal));
        Assert.Equal(address.ToString(), (string)document.Descendants(s_soap + "address").Single().Attribute("location")!);

        var schemas = Compile(document.Descendants(XName.Get("schema", XmlSchema.Namespace)));
        foreach (var name in ApiCatalog.MessageNames(service))
        {
            Assert.NotNull(schemas.GlobalElements[new XmlQualifiedName(name, ApiCatalog.XmlNamespace(service))]);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Wsdl_in_parts_is_the_same_as_in_one(ServiceName service)
    {
        var address = SoapAddress(service);
        var whole = XDocument.Parse(await _http.GetStringAsync($"{address}?singleWsdl", Token));
        var parts = XDocument.Parse(await _http.GetStringAsync($"{address}?wsdl", Token));
        var imported = new List<XElement>();
        foreach (var import in parts.Descendants(XName.Get("import", XmlSchema.Namespace)))
        {
            imported.Add(XElement.Parse(await _http.GetStringAsync((string)import.Attribute("schemaLocation")!, Token)));
        }

        var inOne = Compile(whole.Descendants(XName.Get("schema", XmlSchema.Namespace)));
        var inParts = Compile(imported);
        Assert.Equal(Names(inOne.GlobalTypes), Names(inParts.GlobalTypes));
        Assert.Equal(Names(inOne.GlobalElements), Names(inParts.GlobalElements));
        Assert.Equal(whole.Descendants(s_wsdl + "message").Count(), parts.Descendants(s_wsdl + "message").Count());
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task OpenApi_has_each_operation_at_its_route(ServiceName service)
    {
        using var description = JsonDocument.Parse(await _http.GetStringAsync(OpenApiAddress(service), Token));
        var paths = description.RootElement.GetProperty("paths");

        foreach (var operation in ApiCatalog.Operations(service))
        {
            var described = paths.GetProperty($"/{service}/v13/{operation.Path}").GetProperty(operation.Verb.ToLowerInvariant());
            Assert.Equal(operation.Name, described.GetProperty("operationId").GetString());
        }

        Assert.Equal(ApiCatalog.Operations(service).Count, paths.EnumerateObject().Sum(static p => p.Value.EnumerateObject().Count()));
        Assert.Equal(_emulator.BaseAddress.ToString().TrimEnd('/'), description.RootElement.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task OpenApi_refers_to_nothing_that_is_not_there(ServiceName service)
    {
        using var description = JsonDocument.Parse(await _http.GetStringAsync(OpenApiAddress(service), Token));
        var references = new List<string>();
        Collect(description.RootElement, references);

        Assert.NotEmpty(references);
        foreach (var reference in references.Distinct())
        {
            var at = description.RootElement;
            Assert.True(reference.Split('/').Skip(1).All(part => at.TryGetProperty(part, out at)), reference);
        }
    }

    [Theory]
    [InlineData("/openapi/v13/Nothing.json")]
    [InlineData("/openapi/v13/7.json")]
    [InlineData("/Api/Advertiser/Reporting/v13/ReportingService.svc?xsd=nothing")]
    [InlineData("/Api/Advertiser/Reporting/v13/ReportingService.svc?other")]
    [InlineData("/Api/Advertiser/Reporting/v13/ReportingService.svc")]
    public async Task What_is_not_described_is_not_found(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_emulator.BaseAddress, path), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Description_names_the_host_that_was_asked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, OpenApiAddress(ServiceName.Reporting));
        request.Headers.Host = $"localhost:{_emulator.BaseAddress.Port}";
        using var answer = await _http.SendAsync(request, Token);

        Assert.Contains($"http://localhost:{_emulator.BaseAddress.Port}", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wsdl")]
    [InlineData("singleWsdl")]
    public async Task Soap_client_of_another_language_runs_a_campaigns_life(string kind)
    {
        var done = await OtherLanguages.RunAsync("soap.mjs", Base(), kind);

        Assert.Equal(["added", "read", "changed", "refused a second of the name", "deleted", "refused a stranger"], done);
    }

    [Fact]
    public async Task OpenApi_client_of_another_language_runs_a_campaigns_life()
    {
        var done = await OtherLanguages.RunAsync("openapi.mjs", Base());

        Assert.Equal(6, done.Count(static d => d.EndsWith("is a description", StringComparison.Ordinal)));
        Assert.Equal(["added", "read", "changed", "told types apart", "refused a second of the name", "deleted", "refused a stranger"], done.Skip(6));
    }

    private static XmlSchemaSet Compile(IEnumerable<XElement> schemas)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in schemas)
        {
            using var reader = schema.CreateReader();
            set.Add(null, reader);
        }

        set.ValidationEventHandler += static (_, e) => Assert.Fail(e.Message);
        set.Compile();
        return set;
    }

    private static IEnumerable<string> Names(XmlSchemaObjectTable table) => table.Names.Cast<XmlQualifiedName>().Select(static n => n.ToString()).Order(StringComparer.Ordinal);

    private static void Collect(JsonElement element, List<string> references)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, references);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.NameEquals("$ref"))
                    references.Add(property.Value.GetString()!);
                else if (property.Name == "mapping")
                    references.AddRange(property.Value.EnumerateObject().Select(static m => m.Value.GetString()!));
                else
                    Collect(property.Value, references);
            }
        }
    }

    private string Base() => _emulator.BaseAddress.ToString().TrimEnd('/');

    private Uri SoapAddress(ServiceName service) => new(_emulator.BaseAddress, ServiceAddresses.SoapPath(service));

    private Uri OpenApiAddress(ServiceName service) => new(_emulator.BaseAddress, $"{DescriptionEndpoint.OpenApiRoot}{service}.json");
}
