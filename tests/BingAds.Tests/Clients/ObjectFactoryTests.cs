using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>Objects by the names of the contract.</summary>
public class ObjectFactoryTests
{
    private static ServiceClient Service => new("CampaignManagement", 13, new());

    [Theory]
    [InlineData("Campaign", typeof(Campaign)), InlineData("ns0:Campaign", typeof(Campaign)), InlineData("ns4:TargetCpaBiddingScheme", typeof(TargetCpaBiddingScheme))]
    [InlineData("AddCampaignsRequest", typeof(AddCampaignsRequest)), InlineData("AddCampaignsResponse", typeof(AddCampaignsResponse)), InlineData("AddCampaigns", typeof(AddCampaignsRequest))]
    [InlineData("campaign", typeof(Campaign)), InlineData("campaign_status", typeof(ApiEnumValues)), InlineData("add_campaigns", typeof(AddCampaignsRequest))]
    [InlineData("CampaignStatus", typeof(ApiEnumValues)), InlineData("ArrayOfCampaign", typeof(ApiList)), InlineData("ns1:ArrayOflong", typeof(ApiList))]
    public void Create_makes_types_messages_operations_enums_and_lists(string name, Type type) => Assert.IsType(type, Service.Factory.Create(name));

    [Fact]
    public void Create_makes_every_name_of_every_service()
    {
        foreach (var service in ApiCatalog.Services)
        {
            using var client = new ServiceClient(service, new());
            foreach (var name in ApiCatalog.TypeNames(service).Concat(ApiCatalog.MessageNames(service)))
            {
                Assert.Equal(name, client.Factory.Create(name).TypeName);
            }

            foreach (var name in ApiCatalog.EnumNames(service))
            {
                Assert.Equal(ApiCatalog.EnumValues(service, name), client.Factory.Create(name).MemberNames);
            }
        }
    }

    [Fact]
    public void Enum_gives_the_text_of_each_value_and_suggests_for_a_wrong_one()
    {
        var status = Service.Factory.Create("CampaignStatus");

        Assert.Equal("Paused", status["paused"]);
        Assert.Contains("'Paused'", Assert.Throws<ArgumentException>(() => status["Pausd"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void List_can_be_filled_and_set_where_a_list_is_expected()
    {
        var factory = Service.Factory;
        var ids = factory.Create("ArrayOflong");
        ids["long"] = new[] { 5L, 6L };
        var campaigns = (ApiList)factory.Create("ArrayOfCampaign");
        campaigns.Add(new Campaign { Name = "One" });

        var delete = factory.Create("DeleteCampaigns");
        delete["CampaignIds"] = ids;
        var add = factory.Create("AddCampaigns");
        add["Campaigns"] = campaigns;

        Assert.Equal([5, 6], Assert.IsType<DeleteCampaignsRequest>(delete).CampaignIds);
        Assert.Equal("One", Assert.Single(Assert.IsType<AddCampaignsRequest>(add).Campaigns!).Name);
    }

    [Theory, InlineData("Campain", "'Campaign'"), InlineData("GetCampaignsByIdz", "GetCampaignsByIds"), InlineData("CampaignStatuss", "'CampaignStatus'")]
    public void Unknown_name_is_refused_with_the_nearest(string name, string nearest) =>
        Assert.Contains(nearest, Assert.Throws<ArgumentException>(() => Service.Factory.Create(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void By_default_objects_are_made_and_optional_values_enums_and_lists_are_not()
    {
        var campaign = Assert.IsType<Campaign>(Service.Factory.Create("Campaign"));

        Assert.NotNull(campaign.UrlCustomParameters);
        Assert.Null(campaign.Id);
        Assert.Null(campaign.Status);
        Assert.Null(campaign.Languages);
    }

    [Fact]
    public void Builder_decides_what_is_filled_in()
    {
        var factory = Service.Factory;
        factory.Builder = new Everything();

        var campaign = Assert.IsType<Campaign>(factory.Create("Campaign"));

        Assert.Equal((0L, "", 0.0), (campaign.Id, campaign.Name, campaign.DailyBudget));
        Assert.NotNull(campaign.Status);
        Assert.Empty(campaign.Languages!);
    }

    [Fact]
    public void From_json_reads_subtypes_and_keeps_explicit_nulls()
    {
        var campaign = Assert.IsType<Campaign>(Service.Factory.FromJson("Campaign", (JsonObject)JsonNode.Parse("""{"Id":"7","EndDate":null,"BiddingScheme":{"Type":"MaxClicks"}}""")!));

        Assert.Equal(7, campaign.Id);
        Assert.True(campaign.IsExplicitNull("EndDate"));
        Assert.IsType<MaxClicksBiddingScheme>(campaign.BiddingScheme);
    }

    private sealed class Everything : ObjectBuilder
    {
        public override bool SkipValue(MemberType type) => false;
    }
}
