using BingAds.Generator.Docs;

namespace BingAds.Generator.Tests.Docs;

public sealed class DocTextsTests
{
    private const string Campaigns = "CampaignManagement";

    private static readonly DocTexts s_docs = new(ContractFolder.Path);

    [Theory]
    [InlineData("Campaign", "Name", "Name of the campaign; text, at most 128 characters. Required to add, optional to update.")]
    [InlineData("Campaign", "Id", "Id of the campaign; 64-bit id. Read-only on add, required to update.")]
    [InlineData("Campaign", "FinalUrlSuffix", "Query string that is added to the final URL; text. Optional.")]
    [InlineData("Keyword", "Text", "Text of the keyword; at most 100 characters. Required to add, read-only on update.")]
    [InlineData("Label", "ColorCode", "Color code of the label; color as #RRGGBB. Optional.")]
    [InlineData("CustomParameter", "Key", "Key of the custom parameter; text, at most 16 UTF-8 bytes. Required to add and to update.")]
    [InlineData("GetAdsByIdsRequest", "AdIds", "Ids of the ads to get; list of 64-bit ids, at most 20 items per call. Usually required.")]
    [InlineData("AddCampaignsRequest", "Campaigns", "Campaigns to add; at most 100 items per call. Usually required.")]
    [InlineData("UpdateAdGroupsRequest", "UpdateAudienceAdsBidAdjustment", "Whether to update the audience ads bid adjustment. Optional.")]
    [InlineData("AdApiFaultDetail", "TrackingId", "Id under which the service has logged the call; text.")]
    [InlineData("Campaign", "AudienceAdsBidAdjustment", "Audience ads bid adjustment of the campaign; whole number, -100 to 900, in percent. Optional.")]
    public void Member_summary_tells_subject_shape_and_need(string owner, string member, string expected)
    {
        Assert.Equal(expected, Summary(s_docs.ForMember(Campaigns, owner, member)));
    }

    [Fact]
    public void Member_names_the_condition_under_which_it_is_required()
    {
        Assert.Contains("Required to add if <c>BudgetId</c> is not set", Flat(s_docs.ForMember(Campaigns, "Campaign", "DailyBudget")));
    }

    [Fact]
    public void Member_remarks_hold_money_limits_and_what_null_does()
    {
        var text = Flat(s_docs.ForMember(Campaigns, "AdGroup", "CpcBid"));
        Assert.Contains("Amounts in EUR and USD: 0.05 to 1,000", text);
        Assert.Contains("Null on update keeps the old value.", text);
    }

    [Fact]
    public void Member_remarks_hold_default_allowed_values_and_uniqueness()
    {
        Assert.Contains("Allowed: <c>Active</c> or <c>Paused</c>. Default: <c>Paused</c>.", Flat(s_docs.ForMember(Campaigns, "Campaign", "Status")));
        Assert.Contains("Unique in the account; upper and lower case matter.", Flat(s_docs.ForMember(Campaigns, "Label", "Name")));
    }

    [Fact]
    public void Member_remarks_hold_sizes_of_list_items_for_all_scripts()
    {
        var text = Flat(s_docs.ForMember(Campaigns, "ResponsiveSearchAd", "Headlines"));
        Assert.Contains("Headlines of the responsive search ad; 3 to 15 items, at most 30 characters each.", text);
        Assert.Contains("At most 15 characters each in double-width scripts.", text);
    }

    [Fact]
    public void Member_links_to_its_own_place_on_the_page()
    {
        Assert.Contains(
            "<see href=\"https://learn.microsoft.com/en-us/advertising/campaign-management-service/campaign?view=bingads-13#dailybudget\">",
            Flat(s_docs.ForMember(Campaigns, "Campaign", "DailyBudget")));
    }

    [Fact]
    public void Inherited_member_takes_what_the_derived_type_says()
    {
        Assert.Contains("Required to add, optional to update.", Flat(s_docs.ForMember(Campaigns, "ResponsiveSearchAd", "FinalUrls")));
        Assert.DoesNotContain("Required", Flat(s_docs.ForMember(Campaigns, "Ad", "FinalUrls")));
    }

    [Fact]
    public void Type_tells_its_base_and_how_inherited_members_differ()
    {
        var lines = s_docs.ForType(Campaigns, "ResponsiveSearchAd");
        Assert.Equal("A responsive search ad; a kind of ad.", Summary(lines));
        Assert.Contains("<c>FinalUrls</c> here: required to add, optional to update.", Flat(lines));
    }

    [Fact]
    public void Name_without_a_page_has_a_summary_and_no_link()
    {
        Assert.Equal(["<summary>A pilot feature.</summary>"], s_docs.ForType("CustomerManagement", "PilotFeature"));
    }

    [Fact]
    public void Operation_tells_what_it_does_how_much_and_whether_it_is_repeated()
    {
        var lines = s_docs.ForOperation(Campaigns, "GetAdsByIds");
        Assert.Equal("Gets ads by ids.", Summary(lines));
        Assert.Contains("At most 20 <c>AdIds</c> per call. REST: <c>POST Ads/QueryByIds</c>. It only reads", Flat(lines));
        Assert.Contains("only when the service surely did not act", Flat(s_docs.ForOperation(Campaigns, "AddAds")));
    }

    [Theory]
    [InlineData("CustomerBilling", "AddInsertionOrder", "Adds an insertion order.")]
    [InlineData(Campaigns, "SearchCompanies", "Searches companies.")]
    [InlineData(Campaigns, "ApplyOfflineConversions", "Applies offline conversions.")]
    [InlineData("Reporting", "PollGenerateReport", "Gets the status of a report job and, when it is done, the URL of the report.")]
    public void Operation_reads_as_a_sentence(string service, string operation, string expected)
    {
        Assert.Equal(expected, Summary(s_docs.ForOperation(service, operation)));
    }

    [Theory]
    [InlineData(Campaigns, "CampaignStatus", "BudgetPaused", "Campaign status: budget paused.")]
    [InlineData("Reporting", "CampaignPerformanceReportColumn", "AverageCpc", "Column with the average CPC.")]
    [InlineData("Bulk", "DownloadEntity", "CampaignNegativeKeywords", "Records of campaign negative keywords.")]
    [InlineData("CustomerManagement", "LanguageType", "Danish", "Language: Danish.")]
    public void Enum_value_has_one_line(string service, string name, string value, string expected)
    {
        Assert.Equal([$"<summary>{expected}</summary>"], s_docs.ForEnumValue(service, name, value));
    }

    [Fact]
    public void Enum_value_tells_what_replaces_it()
    {
        var line = Assert.Single(s_docs.ForEnumValue("Reporting", "AccountPerformanceReportColumn", "AllConversions"));
        Assert.Contains("Deprecated since 2022; use <c>AllConversionsQualified</c>.", line);
    }

    [Fact]
    public void Message_names_its_operation()
    {
        Assert.Equal("Request of <c>AddAds</c>, which adds ads.", Summary(s_docs.ForMessage(Campaigns, "AddAdsRequest")));
        Assert.Equal("Response of <c>AddAds</c>.", Summary(s_docs.ForMessage(Campaigns, "AddAdsResponse")));
    }

    [Fact]
    public void Service_may_be_named_as_its_file()
    {
        Assert.Equal(s_docs.ForType(Campaigns, "Campaign"), s_docs.ForType("campaign-management", "Campaign"));
    }

    [Fact]
    public void Unknown_names_are_refused()
    {
        Assert.Throws<ArgumentException>(() => s_docs.ForType("Nowhere", "Campaign"));
        Assert.Throws<ArgumentException>(() => s_docs.ForMember(Campaigns, "Campaign", "Nothing"));
        Assert.Throws<ArgumentException>(() => s_docs.ForEnumValue(Campaigns, "CampaignStatus", "Nothing"));
        Assert.Throws<ArgumentException>(() => s_docs.ForOperation(Campaigns, "Nothing"));
    }

    private static string Flat(IReadOnlyList<string> lines) => string.Join(' ', lines);

    private static string Summary(IReadOnlyList<string> lines)
    {
        var text = Flat(lines);
        return text[(text.IndexOf("<summary>", StringComparison.Ordinal) + 9)..text.IndexOf("</summary>", StringComparison.Ordinal)].Trim();
    }
}
