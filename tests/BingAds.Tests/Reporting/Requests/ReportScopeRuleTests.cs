using System.Text.Json.Nodes;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportRequests;

/// <summary>Each rule of scopes and filters, broken once for each type that it concerns.</summary>
public class ReportScopeRuleTests
{
    public static TheoryData<string> Names => Reports.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Empty_scope_is_found(string name)
    {
        var request = Reports.Minimal(name);
        request["Scope"] = new JsonObject();
        int? code = Reports.Type(name).Scope switch { ReportScopeKind.Accounts => 2026, ReportScopeKind.Campaigns => 2027, ReportScopeKind.AdGroups => 2028, _ => null };
        Reports.AssertOne(request, code);
        request["Scope"] = null;
        Reports.AssertOne(request, code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scope_that_is_too_large_is_found(string name)
    {
        var request = Reports.Minimal(name);
        request["Scope"] = new JsonObject { ["AccountIds"] = new JsonArray([.. Enumerable.Range(1, 1001).Select(static i => (JsonNode)i)]) };
        Assert.All(Reports.Check(request), static f => Assert.Equal(2029, f.Code));
        Assert.NotEmpty(Reports.Check(request));
        request["Scope"] = new JsonObject { ["AccountIds"] = new JsonArray([.. Enumerable.Range(1, 1000).Select(static i => (JsonNode)i)]) };
        if (Reports.Type(name).MaxAccounts is null)
            Assert.Empty(Reports.Check(request));
        else
            Reports.AssertOne(request, 2029);
    }

    [Theory]
    [InlineData("KeywordPerformance", "Campaigns", "CampaignId", 300, 2030)]
    [InlineData("KeywordPerformance", "AdGroups", "AdGroupId", 300, 2031)]
    [InlineData("CampaignPerformance", "Campaigns", "CampaignId", 300, 2030)]
    [InlineData("AppsPerformance", "AssetGroups", "AssetGroupId", 100, null)]
    public void Too_many_parts_of_a_scope_are_found(string name, string list, string id, int limit, int? code)
    {
        var request = Reports.Minimal(name);
        request["Scope"] = Scope(limit + 1);
        Reports.AssertOne(request, code);
        request["Scope"] = Scope(limit);
        Assert.Empty(Reports.Check(request));

        JsonObject Scope(int count) => new()
        {
            [list] = new JsonArray([.. Enumerable.Range(1, count).Select(i => { var item = new JsonObject { ["AccountId"] = 8001, ["CampaignId"] = 1 }; item[id] = i; return (JsonNode)item; })]),
        };
    }

    [Theory]
    [InlineData("""{"AccountIds": [0]}""", 2035)]
    [InlineData("""{"Campaigns": [{"AccountId": 0, "CampaignId": 1}]}""", 2018)]
    [InlineData("""{"Campaigns": [{"AccountId": 8001}]}""", 2019)]
    [InlineData("""{"AdGroups": [{"CampaignId": 1, "AdGroupId": 1}]}""", 2020)]
    [InlineData("""{"AdGroups": [{"AccountId": 8001, "CampaignId": -1, "AdGroupId": 1}]}""", 2021)]
    [InlineData("""{"AdGroups": [{"AccountId": 8001, "CampaignId": 1, "AdGroupId": 0}]}""", 2022)]
    public void Ids_that_cannot_be_are_found(string scope, int code)
    {
        var request = Reports.Minimal("KeywordPerformance");
        request["Scope"] = JsonNode.Parse(scope);
        Reports.AssertOne(request, code);
    }

    [Theory]
    [InlineData(true, 2024)]
    [InlineData(false, 2025)]
    public void Null_in_a_scope_is_found(bool isCampaign, int code)
    {
        var request = Reports.Keywords();
        request.Scope = isCampaign ? new AccountThroughAdGroupReportScope { Campaigns = [null!] } : new AccountThroughAdGroupReportScope { AdGroups = [null!] };
        Reports.AssertOne(request, code);
    }

    [Theory]
    [InlineData("CallDetail")]
    [InlineData("SearchCampaignChangeHistory")]
    public void Second_account_is_found_where_a_report_takes_one(string name)
    {
        var request = Reports.Minimal(name);
        request["Scope"] = JsonNode.Parse("""{"AccountIds": [8001], "Campaigns": [{"AccountId": 8002, "CampaignId": 1}]}""");
        Reports.AssertOne(request, 2029);
    }

    [Theory]
    [InlineData("KeywordPerformance", "Keywords", 76, 1, 2046)]
    [InlineData("KeywordPerformance", "Keywords", 75, 101, 2045)]
    [InlineData("KeywordPerformance", "Keywords", 1, 0, 2033)]
    [InlineData("ShareOfVoice", "Keywords", 76, 1, 2046)]
    [InlineData("ConversionPerformance", "Keywords", 1, 101, 2045)]
    [InlineData("SearchQueryPerformance", "SearchQueries", 31, 1, 2044)]
    [InlineData("SearchQueryPerformance", "SearchQueries", 30, 257, 2043)]
    [InlineData("DSASearchQueryPerformance", "SearchQueries", 1, 0, 2042)]
    public void Lists_of_a_filter_are_bounded(string name, string member, int count, int length, int code)
    {
        var request = Reports.Minimal(name);
        request["Filter"] = new JsonObject { [member] = Reports.Json(Enumerable.Repeat(new string('k', length), count)) };
        Assert.Equal("Filter." + member, Reports.AssertOne(request, code).Member);
        request["Filter"] = new JsonObject { [member] = Reports.Json(Enumerable.Repeat(new string('k', 100), 30)) };
        Assert.Empty(Reports.Check(request));
    }

    [Fact]
    public void Too_many_goals_are_found()
    {
        var request = Reports.Minimal("GoalsAndFunnels");
        request["Filter"] = new JsonObject { ["GoalIds"] = new JsonArray([.. Enumerable.Range(1, 301).Select(static i => (JsonNode)i)]) };
        Reports.AssertOne(request, 2047);
    }
}
