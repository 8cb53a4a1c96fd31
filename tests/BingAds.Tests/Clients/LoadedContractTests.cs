using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>Operations and types of a description that was loaded at run time and that this package does not have.</summary>
public sealed class LoadedContractTests : IDisposable
{
    private static readonly XNamespace s_ns = "https://bingads.microsoft.com/CampaignManagement/v13";
    private static readonly XNamespace s_arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bingads-wsdl-");

    private static CancellationToken Ct => ClientFixture.Ct;

    private string Main => Path.Combine(_folder.FullName, "dreams.wsdl");

    public LoadedContractTests()
    {
        File.WriteAllText(Main, DreamService.Wsdl);
        File.WriteAllText(Path.Combine(_folder.FullName, "dreams.xsd"), DreamService.Schema);
        File.WriteAllText(Path.Combine(_folder.FullName, "arrays.xsd"), DreamService.Arrays);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task New_operation_with_new_types_is_called_over_soap_whatever_the_transport()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        var contract = await service.LoadContractAsync(Main, Ct);
        f.Stub.Script(Replies.OfXml(200, XElement.Parse(DreamService.Answer)));

        var nightmare = service.Factory.Create("Nightmare");
        nightmare["Name"] = "Falling";
        nightmare["Fear"] = 9;
        nightmare["Kinds"] = new[] { "Flying", "Falling" };
        var request = (UntypedObject)service.Factory.Create("AddDreamsRequest");
        request["AccountId"] = "111";
        request["Dreams"] = new object?[] { nightmare, new Dictionary<string, object?> { ["Name"] = "Sea", ["Depth"] = 2.5m, ["Ids"] = new[] { 1L, 2L } }, null };
        var response = (UntypedObject)await service.CallAsync("add_dreams", request, cancellationToken: Ct);

        Assert.Same(contract, service.Contract);
        var sent = f.Stub.Only;
        Assert.Equal("AddDreams", sent.Operation);
        Assert.True(XNode.DeepEquals(Normal(XElement.Parse(DreamService.Asked)), Normal(sent.Message)), sent.Message.ToString());

        Assert.Equal(("AddDreamsResponse", Replies.Track), (response.TypeName, response.TrackingId));
        Assert.Equal([7L, null], (List<object?>)response["DreamIds"]!);
        var dream = (UntypedObject)((List<object?>)response["Dreams"]!)[0]!;
        Assert.Equal(("Nightmare", "Night", 4, "Flying, Falling"), (dream.TypeName, dream["Name"], dream["Fear"], dream["Kinds"]));
        Assert.Equal(new DateTime(2026, 11, 24, 1, 2, 3), dream["At"]);
        Assert.Equal("<Colour xmlns=\"https://bingads.microsoft.com/CampaignManagement/v13\">grey</Colour>", dream.Unknown["Colour"]);
    }

    [Fact]
    public async Task New_operation_takes_json_and_dictionaries_as_known_ones_do()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Soap);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        await service.LoadContractAsync(Main, Ct);
        f.Stub.Script(Replies.OfXml(200, XElement.Parse(DreamService.Answer)), Replies.OfXml(200, XElement.Parse(DreamService.Answer)));

        await service.CallAsync("AddDreams", JsonNode.Parse("""{ "AccountId": "111", "Dreams": [ { "Name": "Sea", "Depth": 2.5, "Ids": ["1"] } ] }""")!, cancellationToken: Ct);
        await service.CallAsync("AddDreams", new Dictionary<string, object?> { ["AccountId"] = 111, ["Dreams"] = null }, cancellationToken: Ct);

        Assert.Equal("2.51Sea", f.Stub.Requests.ElementAt(0).Member("Dreams"));
        Assert.Equal("true", f.Stub.Requests.ElementAt(1).Message.Element(s_ns + "Dreams")!.Attribute(Replies.Instance + "nil")!.Value);
    }

    [Fact]
    public async Task Known_operation_can_carry_types_that_only_the_description_has()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Soap);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        var contract = await service.LoadContractAsync(Main, Ct);
        f.Stub.Script(f.Good("Spring"), Replies.OfXml(200, new XElement(s_ns + "GetCampaignsByAccountIdResponse")));

        var typed = await service.CallAsync("GetCampaignsByAccountId", service.Factory.Create("GetCampaignsByAccountIdRequest"), cancellationToken: Ct);
        var request = contract.Create("GetCampaignsByAccountIdRequest");
        request["Asleep"] = true;
        var untyped = await service.CallAsync("GetCampaignsByAccountId", request, cancellationToken: Ct);

        Assert.IsType<GetCampaignsByAccountIdResponse>(typed);
        Assert.IsType<UntypedObject>(untyped);
        Assert.Equal("true", f.Stub.Requests.ElementAt(1).Member("Asleep"));
    }

    [Fact]
    public async Task Object_with_a_class_is_taken_where_the_description_has_its_type()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        var contract = await service.LoadContractAsync(Main, Ct);

        var request = contract.Create("AddDreamsRequest");
        request["Campaign"] = new Campaign { Name = "Spring", DailyBudget = 3 };

        Assert.Equal("Spring", ((UntypedObject)request["Campaign"]!)["Name"]);
        Assert.Equal("""{"Campaign":{"Name":"Spring"}}""", request.ToJson().ToJsonString());
    }

    [Theory]
    [InlineData("Fear", "much", "a whole number")]
    [InlineData("Fear", 3_000_000_000L, "-2147483648 to 2147483647")]
    [InlineData("Ids", 5, "a list")]
    [InlineData("Nmae", "x", "Did you mean 'Name'")]
    public async Task Value_that_does_not_fit_is_refused(string member, object value, string words)
    {
        using var service = new ServiceClient(ServiceName.CampaignManagement, new AuthorizationData());
        var nightmare = (await service.LoadContractAsync(Main, Ct)).Create("Nightmare");

        Assert.Contains(words, Assert.Throws<ArgumentException>(() => nightmare[member] = value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_nobody_has_are_told_with_the_nearest()
    {
        using var service = new ServiceClient(ServiceName.CampaignManagement, new AuthorizationData());
        var contract = await service.LoadContractAsync(Main, Ct);

        Assert.Contains("'Nightmare'", Assert.Throws<ArgumentException>(() => service.Factory.Create("Nightmares")).Message, StringComparison.Ordinal);
        Assert.Contains("'Nightmare'", Assert.Throws<ArgumentException>(() => contract.Create("Nightmares")).Message, StringComparison.Ordinal);
        var e = await Assert.ThrowsAsync<ArgumentException>(async () => await service.CallAsync("AddDream", new JsonObject(), cancellationToken: Ct));
        Assert.Contains("'AddDreams'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_and_broken_answer_are_the_usual_exceptions()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        var request = (await service.LoadContractAsync(Main, Ct)).Create("AddDreams");
        f.Stub.Script(Replies.Fault(ApiTransport.Soap, 500, 106, "UserIsNotAuthorized"), Replies.OfXml(200, XElement.Parse(DreamService.Answer.Replace(">7<", ">seven<", StringComparison.Ordinal))));

        await Assert.ThrowsAsync<PermissionException>(async () => await service.CallAsync("AddDreams", request, cancellationToken: Ct));
        var broken = await Assert.ThrowsAsync<BrokenResponseException>(async () => await service.CallAsync("AddDreams", request, cancellationToken: Ct));
        Assert.Contains("'long' holds no long", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_is_loaded_once_a_cache_until_it_is_purged()
    {
        var cache = new ContractCache();
        using var one = new ServiceClient(ServiceName.CampaignManagement, new AuthorizationData(), new ServiceClientOptions { ContractCache = cache });
        using var other = new ServiceClient(ServiceName.CampaignManagement, new AuthorizationData(), new ServiceClientOptions { ContractCache = cache });
        var first = await one.LoadContractAsync(Main, Ct);
        File.Delete(Main);

        Assert.Same(first, await other.LoadContractAsync(Main, Ct));
        cache.Purge(new Uri(Main).AbsoluteUri);
        await Assert.ThrowsAsync<FileNotFoundException>(() => other.LoadContractAsync(Main, Ct));
        cache.Put(new Uri(Main).AbsoluteUri, ServiceContract.Parse(first.ToXml()));
        Assert.Equal(first.OperationNames, (await other.LoadContractAsync(Main, Ct)).OperationNames);
        Assert.Equal(first.TypeNames, other.Contract!.TypeNames);
    }

    [Fact]
    public async Task Description_that_leads_elsewhere_or_is_none_is_refused()
    {
        using var service = new ServiceClient(ServiceName.CampaignManagement, new AuthorizationData());
        foreach (var (text, words) in new[]
        {
            ("<html/>", "no WSDL"),
            ("no xml", "well-formed"),
            ("<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", "well-formed"),
            (DreamService.Wsdl.Replace("dreams.xsd", "../other.xsd", StringComparison.Ordinal), "not beside it"),
            (DreamService.Wsdl.Replace("dreams.xsd", "http://127.0.0.1:1/other.xsd", StringComparison.Ordinal), "not beside it"),
        })
        {
            await File.WriteAllTextAsync(Main, text, Ct);

            var e = await Assert.ThrowsAsync<FormatException>(() => service.LoadContractAsync(Main, Ct));
            Assert.Contains(words, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Description_over_http_comes_without_credentials_and_a_refusal_is_told()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Soap);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        f.Stub.Script(new StubReply(200, DreamService.Single), new StubReply(503, "busy"));

        var contract = await service.LoadContractAsync(cancellationToken: Ct);
        var e = await Assert.ThrowsAsync<TransportException>(() => service.LoadContractAsync(f.Stub.Address + "other.wsdl", Ct));

        Assert.Contains("AddDreams", contract.OperationNames);
        var asked = f.Stub.Requests.ElementAt(0);
        Assert.Equal("GET", asked.Verb);
        Assert.EndsWith("CampaignManagementService.svc", asked.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.HttpHeaders, static h => h.Key is "Authorization" or "DeveloperToken");
        Assert.Equal(503, e.HttpStatus);
    }

    [Fact]
    public async Task Values_of_an_enum_are_told_and_new_ones_let_through()
    {
        using var service = new ServiceClient(ServiceName.CampaignManagement, new AuthorizationData());
        var contract = await service.LoadContractAsync(Main, Ct);
        var dream = contract.Create("Dream");

        dream["Mood"] = "good";
        Assert.Equal("Good", dream["Mood"]);
        dream["Mood"] = "Mixed";
        Assert.Equal("Mixed", dream["Mood"]);
        Assert.Equal(["Good", "Bad"], contract.EnumValues("Mood")!);
        Assert.Null(contract.EnumValues("Dream"));
        Assert.Equal(["DreamKind", "Mood"], contract.EnumNames);
    }

    // Prefixes and declarations differ, what they mean does not.
    private static XElement Normal(XElement element)
    {
        var copy = new XElement(element.Name, element.Nodes().OfType<XElement>().Select(Normal), element.HasElements ? null : element.Value);
        foreach (var attribute in element.Attributes().Where(static a => !a.IsNamespaceDeclaration))
        {
            var isType = attribute.Name == Replies.Instance + "type";
            copy.Add(isType ? new XAttribute("type", attribute.Value[(attribute.Value.IndexOf(':') + 1)..]) : new XAttribute(attribute.Name.LocalName, attribute.Value));
        }

        return copy;
    }
}
