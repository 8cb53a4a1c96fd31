using System.Text.Json;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.Surface.Tests.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Surface.Tests;

/// <summary>As much is in the package as in the contract, and as much in the contract as it says of itself.</summary>
public class CountTests
{
    public static TheoryData<string> ServiceRows => Services.Rows;

    // What release 13.0.28 has. A new release changes these on purpose, together with the contract.
    [Theory]
    [InlineData("operations", 288)]
    [InlineData("messages", 576)]
    [InlineData("types", 597)]
    [InlineData("enums", 262)]
    [InlineData("hierarchies", 43)]
    public void Contract_has_all_of_the_release(string kind, int count) => Assert.Equal(count, ContractFile.All.Sum(c => c.Count(kind)));

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Contract_counts_are_right(string service)
    {
        var contract = ContractFile.Of(service);
        string[] kinds = ["operations", "messages", "types", "enums", "arrays", "hierarchies"];

        Assert.Equal(kinds.Select(contract.Count), kinds.Select(contract.CountOfItems));
    }

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Catalogue_names_all_of_the_contract(string service)
    {
        var contract = ContractFile.Of(service);
        var name = Enum.Parse<ServiceName>(service);

        Assert.Equal(Sorted(contract.Operations.Select(static o => o.Name)), Sorted(ApiCatalog.Operations(name).Select(static o => o.Name)));
        Assert.Equal(Sorted(contract.Messages.Select(static m => m.Name)), Sorted(ApiCatalog.MessageNames(name)));
        Assert.Equal(Sorted(contract.Types.Select(static t => t.Name)), Sorted(ApiCatalog.TypeNames(name)));
        Assert.Equal(Sorted(contract.Enums.Select(static e => e.Name)), Sorted(ApiCatalog.EnumNames(name)));
        Assert.All(contract.TypesAndMessages, t => Assert.IsType(contract.ClrType(t.Name)!, ApiCatalog.Create(name, t.Name)));
    }

    [Theory]
    [MemberData(nameof(ServiceRows))]
    public void Generated_namespace_holds_the_contract_and_nothing_else(string service)
    {
        var contract = ContractFile.Of(service);
        var expected = contract.TypesAndMessages.Select(static t => t.Name).Concat(contract.Enums.Select(static e => e.Name));
        var actual = typeof(Campaign).Assembly.GetExportedTypes().Where(t => t.Namespace == $"BingAds.V13.{service}" && !t.IsNested).Select(static t => t.Name);

        Assert.Equal(Sorted(expected), Sorted(actual));
    }

    [Fact]
    public void Table_of_error_codes_has_every_line_of_the_contract()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Checkout.Path("contract", "v13", "error-codes.json")));
        var expected = document.RootElement.GetProperty("codes").EnumerateArray()
            .Select(static c => (c.GetProperty("code").GetInt32(), c.TryGetProperty("name", out var name) ? name.GetString() : null)).ToList();

        Assert.Equal(1618, expected.Count);
        Assert.Equal(expected.Count, ErrorCodes.Count);
        Assert.Equal(expected.ToHashSet(), ErrorCodes.All().Select(static c => (c.Code, c.Name)).ToHashSet());
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
