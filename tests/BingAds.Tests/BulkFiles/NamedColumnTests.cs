using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.BulkFiles;

/// <summary>Columns that have a converter of their own.</summary>
public class NamedColumnTests
{
    [Fact]
    public void BulkCampaign_gets_its_settings_by_type_wherever_the_type_stands()
    {
        var campaign = Cells.Row<BulkCampaign>(("Store Id", "5"), ("Priority", "2"), ("Parent Id", "1"), ("Campaign Type", "Shopping")).Campaign!;
        var setting = Assert.Single(campaign.Settings!.OfType<ShoppingSetting>());
        Assert.Equal((5, 2), (setting.StoreId, setting.Priority));
    }

    [Fact]
    public void BulkCampaign_of_LinkedIn_has_a_goal_by_number()
    {
        var entity = Cells.Row<BulkCampaign>(("Campaign Type", "LinkedIn"), ("Campaign Goal", "3"));
        Assert.True(entity.IsLinkedInCampaign);
        Assert.Null(entity.Campaign!.CampaignType);
        var row = Cells.Rows(entity)[0];
        Assert.Equal(("LinkedIn", "3"), (row["Campaign Type"], row["Campaign Goal"]));
    }

    [Fact]
    public void BulkCampaign_has_a_daily_budget_only_with_a_daily_type()
    {
        Assert.Equal(12.5, Cells.Row<BulkCampaign>(("Budget", "12.5"), ("Budget Type", "DailyBudgetStandard")).Campaign!.DailyBudget);
        Assert.Null(Cells.Row<BulkCampaign>(("Budget", "12.5")).Campaign!.DailyBudget);
    }

    [Fact]
    public void BulkCampaign_reads_the_members_of_its_scheme_and_no_others()
    {
        var entity = Cells.Row<BulkCampaign>(("Bid Strategy TargetCpa", "1.5"), ("Bid Strategy TargetRoas", "9"), ("Bid Strategy Type", "MaxConversions"), ("Id", "4"));
        var scheme = Assert.IsType<MaxConversionsBiddingScheme>(entity.Campaign!.BiddingScheme);
        Assert.Equal(1.5, scheme.TargetCpa);
        Assert.Null(scheme.MaxCpc!.Amount);
        var row = Cells.Rows(entity)[0];
        Assert.Equal("delete_value", row["Bid Strategy MaxCpc"]);
        Assert.False(row.ContainsKey("Bid Strategy TargetRoas"));
    }

    [Fact]
    public void BulkCampaign_opts_out_in_the_setting_that_it_has()
    {
        var performance = Cells.Row<BulkCampaign>(("Campaign Type", "PerformanceMax"), ("Url Expansion Opt Out", "True"), ("Page Feed Ids", "1;2")).Campaign!;
        var setting = Assert.Single(performance.Settings!.OfType<PerformanceMaxSetting>());
        Assert.True(setting.FinalUrlExpansionOptOut);
        Assert.Equal([1L, 2L], setting.PageFeedIds!);
        var search = Cells.Row<BulkCampaign>(("Url Expansion Opt Out", "True"), ("AI Search Enabled", "True")).Campaign!;
        Assert.True(Assert.IsType<AISearchSetting>(Assert.Single(search.Settings!)).FinalUrlExpansionOptOut);
    }

    [Fact]
    public void BulkAdGroup_makes_settings_from_cells()
    {
        var adGroup = Cells.Row<BulkAdGroup>(("Bid Boost Value", "1.2"), ("Base Domain", "CONTOSO.com"), ("Target Setting", "Age; Nothing; Gender"), ("Hotel Ad Group Type", "HotelAd|PropertyAd")).AdGroup!;
        Assert.Equal(1.2, Assert.Single(adGroup.Settings!.OfType<CoOpSetting>()).BidBoostValue);
        Assert.Equal("contoso.com", Assert.Single(adGroup.Settings!.OfType<BaseDomainSetting>()).BaseDomain);
        Assert.Equal(["Age", "Gender"], Assert.Single(adGroup.Settings!.OfType<TargetSetting>()).Details!.Select(static d => d.CriterionTypeGroup.ToString()));
        Assert.Equal("HotelAd,PropertyAd", Cells.Rows(new BulkAdGroup { AdGroup = adGroup })[0]["Hotel Ad Group Type"]);
    }

    [Fact]
    public void BulkPriceAdExtension_closes_gaps_between_rows()
    {
        var rows = Cells.Row<BulkPriceAdExtension>(("Price 3", "2.5"), ("Header 1", "one"), ("Price 1", "1")).PriceAdExtension!.TableRows!;
        Assert.Equal([1, 2.5], rows.Select(static r => r.Price));
        Assert.Equal([""], rows[1].FinalUrls!);
    }

    [Fact]
    public void BulkCampaignProductScope_has_eight_conditions_and_closes_gaps()
    {
        var entity = Cells.Row<BulkCampaignProductScope>(("Product Condition 2", "Brand"), ("Product Value 8", "x"));
        var row = Cells.Rows(entity)[0];
        Assert.Equal(("Brand", "x"), (row["Product Condition 1"], row["Product Value 2"]));
    }

    [Theory]
    [InlineData("True", typeof(NegativeAdGroupCriterion))]
    [InlineData("yes", typeof(NegativeAdGroupCriterion))]
    [InlineData("No", typeof(BiddableAdGroupCriterion))]
    public void BulkAdGroupProductPartition_has_the_class_that_IsExcluded_tells(string cell, Type type)
    {
        var entity = Cells.Row<BulkAdGroupProductPartition>(("Id", "3"), ("Product Value 1", "shoes"), ("Is Excluded", cell));
        Assert.IsType(type, entity.AdGroupCriterion);
        Assert.Equal("shoes", ((ProductPartition)entity.AdGroupCriterion!.Criterion!).Condition!.Attribute);
        Assert.Empty(entity.CellErrors);
    }

    [Fact]
    public void BulkAdGroupProductPartition_takes_the_amount_before_the_multiplier()
    {
        var both = Cells.Row<BulkAdGroupProductPartition>(("Bid Adjustment", "20"), ("Bid", "1.5"), ("Is Excluded", "False"));
        Assert.Equal(1.5, Assert.IsType<FixedBid>(((BiddableAdGroupCriterion)both.AdGroupCriterion!).CriterionBid).Amount);
        var one = Cells.Row<BulkAdGroupProductPartition>(("Bid Adjustment", "20"), ("Is Excluded", "False"));
        Assert.Equal(20, Assert.IsType<BidMultiplier>(((BiddableAdGroupCriterion)one.AdGroupCriterion!).CriterionBid).Multiplier);
    }

    [Fact]
    public void Webpage_conditions_close_gaps_and_have_an_operator_when_written()
    {
        var entity = Cells.Row<BulkAdGroupNegativeDynamicSearchAdTarget>(("Dynamic Ad Target Condition 2", "PageContent"), ("Dynamic Ad Target Value 2", "red"), ("Dynamic Ad Target Condition Operator 3", "Equals"));
        var row = Cells.Rows(entity)[0];
        Assert.Equal(("PageContent", "red", "Unknown"), (row["Dynamic Ad Target Condition 1"], row["Dynamic Ad Target Value 1"], row["Dynamic Ad Target Condition Operator 1"]));
        Assert.False(row.ContainsKey("Dynamic Ad Target Condition 2"));
    }

    [Fact]
    public void Listings_and_dimensions_are_two_texts()
    {
        var hotel = Cells.Row<BulkAdGroupHotelListingGroup>(("Is Excluded", "False"), ("Hotel Attribute", "Stars"), ("Hotel Attribute Value", "5"));
        Assert.Equal(("Stars", "5"), (((HotelGroup)hotel.AdGroupCriterion!.Criterion!).Listing!.Operand, ((HotelGroup)hotel.AdGroupCriterion.Criterion).Listing!.Attribute));
        var listing = Cells.Row<BulkAssetGroupListingGroup>(("Product Condition 1", "Brand"));
        Assert.Equal(("Brand", (string?)null), (listing.AssetGroupListingGroup!.Dimension!.Operand, listing.AssetGroupListingGroup.Dimension.Attribute));
    }

    [Fact]
    public void Cleared_texts_are_deleted_only_in_updates()
    {
        Assert.Equal("delete_value", Cells.Rows(new BulkCampaign { Campaign = new Campaign { Id = 3, TrackingUrlTemplate = "" } })[0]["Tracking Template"]);
        Assert.False(Cells.Rows(new BulkCampaign { Campaign = new Campaign { Id = -3, TrackingUrlTemplate = "" } })[0].ContainsKey("Tracking Template"));
    }
}
