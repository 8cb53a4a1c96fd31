using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

/// <summary>Requests with parts missing, null, or of absurd values get an answer of the service, never one of a broken emulator.</summary>
public class HostileRequestTests
{
    private const int Mutations = 150;

    private static readonly JsonNode?[] s_values =
    [
        null, JsonNode.Parse("{}"), JsonNode.Parse("[]"), JsonNode.Parse("[null]"), JsonNode.Parse("\"\""), JsonNode.Parse("\" \""), JsonNode.Parse("-1"), JsonNode.Parse("0"),
        JsonNode.Parse("9223372036854775807"), JsonNode.Parse("\"9223372036854775807\""), JsonNode.Parse("1e300"), JsonNode.Parse("\"{\""), JsonNode.Parse("true"), JsonNode.Parse($"\"{new string('é', 3000)}\""),
        JsonNode.Parse("""{"Type": "NoSuchType"}"""), JsonNode.Parse("[[[]]]"),
    ];

    [Theory]
    [InlineData("POST", "CampaignManagement/v13/Campaigns", """{"AccountId": "$account", "Campaigns": [{"Name": "C$n", "CampaignType": "Search", "BudgetType": "DailyBudgetStandard", "DailyBudget": 12.5, "Languages": ["English"], "TimeZone": "Arizona", "Settings": [{"Type": "TargetSetting", "Details": [{"CriterionTypeGroup": "Audience", "TargetAndBid": false}]}], "UrlCustomParameters": {"Parameters": [{"Key": "a", "Value": "b"}]}, "TrackingUrlTemplate": "{lpurl}?a", "BiddingScheme": {"Type": "MaxClicks", "MaxCpc": {"Amount": 1}}}]}""")]
    [InlineData("PUT", "CampaignManagement/v13/Campaigns", """{"AccountId": "$account", "Campaigns": [{"Id": "$campaign", "Name": "C$n", "DailyBudget": 3, "BudgetId": "0", "Settings": [{"Type": "TargetSetting"}]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/AdGroups", """{"CampaignId": "$campaign", "AdGroups": [{"Name": "G$n", "CpcBid": {"Amount": 1}, "Language": "English", "StartDate": {"Day": 1, "Month": 4, "Year": 2027}, "EndDate": {"Day": 1, "Month": 5, "Year": 2027}, "AdRotation": {"Type": "RotateAdsEvenly"}, "Network": "OwnedAndOperatedOnly"}]}""")]
    [InlineData("PUT", "CampaignManagement/v13/AdGroups", """{"CampaignId": "$campaign", "AdGroups": [{"Id": "$group", "CpcBid": {"Amount": 1}, "EndDate": {"Day": 1, "Month": 5, "Year": 2027}}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Keywords", """{"AdGroupId": "$group", "Keywords": [{"Text": "k$n", "MatchType": "Exact", "Bid": {"Amount": 1}, "Param1": "x", "FinalUrls": ["https://a.example"], "FinalMobileUrls": ["https://m.example"]}]}""")]
    [InlineData("PUT", "CampaignManagement/v13/Keywords", """{"AdGroupId": "$group", "Keywords": [{"Id": "$keyword", "Bid": {"Amount": 1}, "FinalUrls": ["https://a.example"]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Ads", """{"AdGroupId": "$group", "Ads": [{"Type": "ResponsiveSearch", "Status": "Paused", "FinalUrls": ["https://a.example"], "Path1": "a", "Headlines": [{"Asset": {"Type": "TextAsset", "Text": "A"}, "PinnedField": "Headline1"}, {"Asset": {"Type": "TextAsset", "Text": "B"}}, {"Asset": {"Type": "TextAsset", "Text": "C"}}], "Descriptions": [{"Asset": {"Type": "TextAsset", "Text": "D"}}, {"Asset": {"Type": "TextAsset", "Text": "E"}}]}]}""")]
    [InlineData("PUT", "CampaignManagement/v13/Ads", """{"AdGroupId": "$group", "Ads": [{"Type": "ResponsiveSearch", "Id": "$ad", "Path1": "b", "Headlines": [{"Asset": {"Type": "TextAsset", "Text": "A"}}, {"Asset": {"Type": "TextAsset", "Text": "B"}}, {"Asset": {"Type": "TextAsset", "Text": "C"}}]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Ads/QueryByIds", """{"AdGroupId": "$group", "AdIds": ["$ad"], "AdTypes": ["ResponsiveSearch"], "ReturnAdditionalFields": "ImpressionTrackingUrls"}""")]
    [InlineData("POST", "CampaignManagement/v13/Budgets", """{"Budgets": [{"Name": "B$n", "Amount": 5, "BudgetType": "DailyBudgetStandard"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Labels", """{"Labels": [{"Name": "L$n", "Description": "d", "ColorCode": "#112233"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Labels/QueryByIds", """{"LabelIds": ["$label"], "PageInfo": {"Index": 0, "Size": 10}}""")]
    [InlineData("POST", "CampaignManagement/v13/LabelAssociations/Set", """{"EntityType": "Campaign", "LabelAssociations": [{"EntityId": "$campaign", "LabelId": "$label"}]}""")]
    [InlineData("DELETE", "CampaignManagement/v13/Keywords", """{"AdGroupId": "$group", "KeywordIds": ["5", "5"]}""")]
    [InlineData("POST", "CampaignManagement/v13/SharedEntity", """{"SharedEntity": {"Type": "NegativeKeywordList", "Name": "S$n"}, "ListItems": [{"Type": "NegativeKeyword", "Text": "a", "MatchType": "Exact"}], "SharedEntityScope": "Customer"}""")]
    [InlineData("POST", "CampaignManagement/v13/EntityNegativeKeywords", """{"EntityNegativeKeywords": [{"EntityId": "$campaign", "EntityType": "Campaign", "NegativeKeywords": [{"Type": "NegativeKeyword", "Text": "w$n", "MatchType": "Exact"}]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/NegativeSites/SetToCampaigns", """{"AccountId": "$account", "CampaignNegativeSites": [{"CampaignId": "$campaign", "NegativeSites": ["a.example/x"]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/SharedEntityAssociations/Set", """{"Associations": [{"EntityId": "$account", "EntityType": "Account", "SharedEntityId": "5", "SharedEntityType": "BrandList"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Audiences", """{"Audiences": [{"Type": "RemarketingList", "Name": "A$n", "Scope": "Account", "ParentId": "$account", "TagId": "$tag", "Rule": {"Type": "PageVisitors", "RuleItemGroups": [{"Items": [{"Type": "String", "Operand": "Url", "Operator": "Contains", "Value": "x"}]}]}}, {"Type": "CustomerList", "Name": "C$n", "Scope": "Customer", "ParentId": "$customer", "CustomerShare": {"CustomerAccountShares": [{"CustomerId": "5"}]}}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Audiences", """{"Audiences": [{"Type": "CombinedList", "Name": "M$n", "Scope": "Account", "ParentId": "$account", "CombinationRules": [{"Operator": "Or", "AudienceIds": ["$audience"]}]}, {"Type": "CustomSegment", "Name": "S$n", "Scope": "Account", "ParentId": "$account", "CustomSegmentCatalogList": [{"CatalogName": "x"}]}]}""")]
    [InlineData("PUT", "CampaignManagement/v13/Audiences", """{"Audiences": [{"Type": "CustomerList", "Id": "$audience", "Name": "U$n", "Description": "d"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Audiences/QueryByIds", """{"AudienceIds": ["$audience"], "Type": "CustomerList, InMarket", "ReturnAdditionalFields": "NormalForm"}""")]
    [InlineData("POST", "CampaignManagement/v13/CustomerListUserData/Apply", """{"CustomerListUserData": {"AudienceId": "$audience", "ActionType": "Add", "CustomerListItemSubType": "Email", "AcceptCustomerMatchTerm": true, "CustomerListItems": ["0f7e2a51c3b94d6e8a70b1c2d3e4f5061728394a5b6c7d8e9f00112233445566"]}}""")]
    [InlineData("POST", "CampaignManagement/v13/AudienceGroups", """{"AudienceGroups": [{"Name": "G$n", "Dimensions": [{"Type": "Age", "AgeRanges": ["TwentyFiveToThirtyFour"]}, {"Type": "Audience", "Audiences": [{"Id": "$audience"}]}]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/UetTags", """{"UetTags": [{"Name": "T$n", "Description": "d", "Industry": "Retail", "CustomerShare": {"CustomerAccountShares": [{"AccountId": "$account"}]}}]}""")]
    [InlineData("POST", "CampaignManagement/v13/ConversionGoals", """{"ConversionGoals": [{"Type": "Event", "Name": "E$n", "ActionExpression": "a", "ActionOperator": "Equals", "TagId": "$tag", "Revenue": {"Type": "FixedValue", "Value": 5, "CurrencyCode": "USD"}}, {"Type": "Duration", "Name": "D$n", "MinimumDurationInSeconds": 5, "TagId": "$tag"}, {"Type": "AppInstall", "Name": "A$n", "AppPlatform": "iOS", "AppStoreId": "1"}]}""")]
    [InlineData("PUT", "CampaignManagement/v13/ConversionGoals", """{"ConversionGoals": [{"Type": "OfflineConversion", "Id": "$goal", "Revenue": {"Type": "FixedValue", "Value": 5}}]}""")]
    [InlineData("POST", "CampaignManagement/v13/CampaignConversionGoals", """{"CampaignConversionGoal": [{"CampaignId": "$campaign", "GoalId": "$goal"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/OfflineConversions/Apply", """{"OfflineConversions": [{"ConversionName": "Goal", "ConversionTime": "2027-02-28T10:15:00Z", "ConversionValue": 5, "ConversionCurrencyCode": "USD", "MicrosoftClickId": "a$n"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/OfflineConversionAdjustments/Apply", """{"OfflineConversionAdjustments": [{"ConversionName": "Goal", "ConversionTime": "2027-02-28T10:15:00Z", "AdjustmentType": "Restate", "AdjustmentTime": "2027-03-01T09:00:00Z", "AdjustmentValue": 5, "AdjustmentCurrencyCode": "USD", "MicrosoftClickId": "a"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/OfflineConversionReport/QueryByGoalIds", """{"StartDateUtc": "2027-02-20T00:00:00Z", "EndDateUtc": "2027-03-02T00:00:00Z", "GoalIds": ["$goal"], "UploadChannelFilter": "CampaignManagementAPI"}""")]
    [InlineData("POST", "CampaignManagement/v13/ConversionValueRules", """{"ConversionValueRules": [{"Name": "R$n", "Operation": "Add", "Value": 2, "AudienceCondition": {"IsPrimary": true, "Audiences": [{"Id": "$audience", "Type": "CustomerList"}]}, "DeviceCondition": {"DeviceTypes": "Tablets", "IsPrimary": false}, "LocationCondition": {"IsPrimary": false, "IncludedLocations": [{"Id": 5, "Type": "City"}]}}]}""")]
    [InlineData("POST", "CampaignManagement/v13/NewCustomerAcquisitionGoals", """{"NewCustomerAcquisitionGoals": [{"AdditionalValue": 20, "Audiences": [{"Id": "$audience"}]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/AccountProperties/Set", """{"AccountProperties": [{"Name": "TrackingUrlTemplate", "Value": "{lpurl}?a"}, {"Name": "AdClickParallelTracking", "Value": "true"}]}""")]
    [InlineData("POST", "CampaignManagement/v13/BidStrategies", """{"BidStrategies": [{"Name": "B$n", "AssociatedCampaignType": "Search", "Scope": "Customer", "BiddingScheme": {"Type": "MaxClicks", "MaxCpc": {"Amount": 1}}}]}""")]
    [InlineData("POST", "CampaignManagement/v13/SeasonalityAdjustments", """{"AccountId": "$account", "SeasonalityAdjustments": [{"Name": "S$n", "StartDate": "2027-03-10T00:00:00Z", "EndDate": "2027-03-12T00:00:00Z", "AdjustmentPercentage": 1.4, "CampaignTypeFilter": "Search", "DeviceTypeFilter": "Tablets", "CampaignAssociations": [{"CampaignId": "$campaign"}]}]}""")]
    [InlineData("POST", "CampaignManagement/v13/Experiments", """{"Experiments": [{"Name": "X$n", "BaseCampaignId": "$campaign", "ExperimentStatus": "Ended", "TrafficSplitPercent": 50, "StartDate": {"Day": 3, "Month": 3, "Year": 2027}, "EndDate": {"Day": 31, "Month": 3, "Year": 2027}}]}""")]
    [InlineData("POST", "CustomerManagement/v13/Accounts/Search", """{"Predicates": [{"Field": "AccountName", "Operator": "Contains", "Value": "Harbour"}], "Ordering": [{"Field": "Name", "Order": "Ascending"}], "PageInfo": {"Index": 0, "Size": 10}, "ReturnAdditionalFields": "AccountMode"}""")]
    [InlineData("POST", "CustomerManagement/v13/Customers/Search", """{"Predicates": [{"Field": "CustomerName", "Operator": "Contains", "Value": "Harbour"}], "PageInfo": {"Index": 0, "Size": 10}}""")]
    [InlineData("POST", "CustomerManagement/v13/Account", """{"Account": {"Name": "Account $n", "CurrencyCode": "USD", "ParentCustomerId": "$customer", "TimeZone": "Arizona", "BusinessAddress": {"Line1": "1", "City": "c", "CountryCode": "US"}}}""")]
    [InlineData("POST", "CustomerManagement/v13/Customer/Signup", """{"ParentCustomerId": "$customer", "Customer": {"Name": "Customer $n", "Industry": "Retail", "MarketCountry": "US", "MarketLanguage": "English"}, "Account": {"Name": "Shop $n", "CurrencyCode": "USD"}}""")]
    [InlineData("PUT", "CustomerManagement/v13/User", """{"User": {"Id": "$user", "JobTitle": "x", "TimeStamp": "AAAAAAAAAAE=", "ContactInfo": {"Email": "a@b", "Address": {"Line1": "1"}}}}""")]
    [InlineData("PUT", "CustomerManagement/v13/UserRoles", """{"CustomerId": "$customer", "UserId": "$user", "NewRoleId": 16, "NewAccountIds": ["$account"]}""")]
    [InlineData("POST", "CustomerManagement/v13/ClientLinks", """{"ClientLinks": [{"ClientEntityId": "$account", "ManagingCustomerId": "$customer", "Name": "n"}]}""")]
    [InlineData("POST", "CustomerManagement/v13/ClientLinks/Search", """{"Predicates": [{"Field": "ClientAccountId", "Operator": "In", "Value": "$account"}], "PageInfo": {"Index": 0, "Size": 10}}""")]
    [InlineData("POST", "CustomerManagement/v13/UserInvitation/Send", """{"UserInvitation": {"FirstName": "a", "LastName": "b", "Email": "a@b.example", "CustomerId": "$customer", "RoleId": 16, "AccountIds": ["$account"]}}""")]
    [InlineData("POST", "CustomerManagement/v13/UserInvitations/Search", """{"Predicates": [{"Field": "CustomerId", "Operator": "In", "Value": "$customer"}]}""")]
    public async Task A_mutilated_request_gets_an_answer_of_the_service(string verb, string path, string body)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        var names = await WorldAsync(session);
        using var http = new HttpClient { BaseAddress = session.Emulator.BaseAddress };
        var (status, answer) = await SendAsync(session, http, verb, path, Fill(body, names, 0));
        Assert.True(status is HttpStatusCode.OK || answer.Contains("209", StringComparison.Ordinal), $"The request as it should be is answered with {status}: {answer}");

        var random = new Random(20270301);
        for (var i = 1; i <= Mutations; i++)
        {
            var json = JsonNode.Parse(Fill(body, names, i))!;
            Mutate(json, random);
            var text = json.ToJsonString();
            (status, answer) = await SendAsync(session, http, verb, path, text);
            Assert.True(status != HttpStatusCode.InternalServerError, $"{verb} {path} with {text} is answered with {answer}");
        }
    }

    private static async Task<Dictionary<string, long>> WorldAsync(ApiSession session)
    {
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        var tags = await session.Campaigns.AddUetTagsAsync(new() { UetTags = [new() { Name = "Tag" }] });
        var goals = await session.Campaigns.AddConversionGoalsAsync(new() { ConversionGoals = [new OfflineConversionGoal { Name = "Goal" }] });
        var audiences = await session.Campaigns.AddAudiencesAsync(new()
        {
            Audiences = [new CustomerList { Name = "List", Scope = EntityScope.Account, ParentId = DemoCredentials.AccountId }],
        });
        return new()
        {
            ["$account"] = DemoCredentials.AccountId,
            ["$customer"] = DemoCredentials.CustomerId,
            ["$user"] = DemoCredentials.UserId,
            ["$campaign"] = campaign,
            ["$group"] = group,
            ["$keyword"] = await session.AddKeywordAsync(group),
            ["$ad"] = await session.AddAdAsync(group),
            ["$label"] = await session.AddLabelAsync(),
            ["$tag"] = tags.UetTags[0]!.Id!.Value,
            ["$goal"] = goals.ConversionGoalIds[0]!.Value,
            ["$audience"] = audiences.AudienceIds[0]!.Value,
        };
    }

    private static string Fill(string body, Dictionary<string, long> names, int number)
    {
        foreach (var (name, id) in names)
        {
            body = body.Replace(name, id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return body.Replace("$n", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>Replaces or removes one or two parts, anywhere.</summary>
    private static void Mutate(JsonNode root, Random random)
    {
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            var places = Places(root).ToList();
            if (places.Count == 0)
                return;
            var (parent, key, index) = places[random.Next(places.Count)];
            var value = s_values[random.Next(s_values.Length)]?.DeepClone();
            if (parent is JsonArray list)
                list[index] = value;
            else if (random.Next(4) == 0)
                parent.AsObject().Remove(key!);
            else
                parent.AsObject()[key!] = value;
        }
    }

    private static IEnumerable<(JsonNode Parent, string? Key, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Places(m.Value).Prepend((members, m.Key, -1))),
        JsonArray items => items.SelectMany((item, i) => Places(item).Prepend((items, null, i))),
        _ => [],
    };

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(ApiSession session, HttpClient http, string verb, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/" + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer " + session.AccessToken);
        request.Headers.Add("DeveloperToken", DemoCredentials.DeveloperToken);
        request.Headers.Add("CustomerId", $"{DemoCredentials.CustomerId}");
        request.Headers.Add("CustomerAccountId", $"{DemoCredentials.AccountId}");
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
