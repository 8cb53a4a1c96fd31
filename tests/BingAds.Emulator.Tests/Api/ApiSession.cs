using System.Text;
using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.Testing;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

/// <summary>A fresh emulator with a stopped clock, and the SDK's clients signed in to it over one of the transports.</summary>
internal sealed class ApiSession : IAsyncDisposable
{
    /// <summary>A Monday in the far future, so that nothing depends on today.</summary>
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly OAuthDesktopMobileAuthCodeGrant _signIn;

    private ApiSession(EmulatorHost emulator, OAuthDesktopMobileAuthCodeGrant signIn, AuthorizationData authorization, ServiceClientOptions options)
    {
        Emulator = emulator;
        _signIn = signIn;
        Authorization = authorization;
        Campaigns = new CampaignManagementClient(authorization, options);
        Customers = new CustomerManagementClient(authorization, options);
    }

    public EmulatorHost Emulator { get; }

    public AuthorizationData Authorization { get; }

    public CampaignManagementClient Campaigns { get; }

    public CustomerManagementClient Customers { get; }

    public string AccessToken => _signIn.OAuthTokens!.AccessToken;

    public static async Task<ApiSession> StartAsync(ApiTransport transport, Action<EmulatorOptions>? configure = null)
    {
        var settings = new EmulatorOptions();
        configure?.Invoke(settings);
        settings.Clock.Freeze(Now);
        var emulator = await EmulatorHost.StartAsync(settings);
        var signIn = new OAuthDesktopMobileAuthCodeGrant(
            DemoCredentials.ClientId, new OAuthOptions { SignInBaseAddress = emulator.BaseAddress, TimeProvider = settings.Clock });
        await signIn.RequestOAuthTokensByRefreshTokenAsync(DemoCredentials.RefreshToken);
        var authorization = new AuthorizationData
        {
            AccountId = DemoCredentials.AccountId,
            CustomerId = DemoCredentials.CustomerId,
            DeveloperToken = DemoCredentials.DeveloperToken,
            Authentication = signIn,
        };
        var options = new ServiceClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            Transport = transport,
            TimeProvider = settings.Clock,
            LoggerFactory = TraceCollector.LoggerFactory,
        };
        options.Retry.MaxRetries = 0;
        return new ApiSession(emulator, signIn, authorization, options);
    }

    /// <summary>A valid entity with some of its members replaced; a member that is null in the JSON is taken out.</summary>
    public static T Make<T>(string valid, string changes = "{}")
        where T : ApiObject, new()
    {
        var json = JsonNode.Parse(valid)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            if (value is null)
                json.Remove(name);
            else
                json[name] = value.DeepClone();
        }

        return WireJson.Read<T>(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    public static int[] Codes(IEnumerable<BatchError?> errors) => [.. errors.Select(static e => e!.Code!.Value)];

    public static async Task ExpectAsync(Task<int[]> codes, params int[] expected) => Assert.Equal(expected, await codes);

    /// <summary>The codes that a call is refused with as a whole.</summary>
    public static async Task<int?[]> RefusalAsync(Func<ValueTask> call)
    {
        var refused = await Assert.ThrowsAnyAsync<ApiException>(async () => await call());
        return [.. refused.Errors.Select(static e => e.Code)];
    }

    public async Task<long> AddCampaignAsync(string changes = "{}")
    {
        var response = await Campaigns.AddCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, Campaigns = [Make<Campaign>(Valid.Campaign, changes)] });
        Assert.Empty(response.PartialErrors);
        return response.CampaignIds[0]!.Value;
    }

    public async Task<long> AddAdGroupAsync(long campaign, string changes = "{}")
    {
        var response = await Campaigns.AddAdGroupsAsync(new() { CampaignId = campaign, AdGroups = [Make<AdGroup>(Valid.AdGroup, changes)] });
        Assert.Empty(response.PartialErrors);
        return response.AdGroupIds[0]!.Value;
    }

    public async Task<long> AddAdGroupAsync() => await AddAdGroupAsync(await AddCampaignAsync());

    public async Task<long> AddKeywordAsync(long adGroup, string changes = "{}")
    {
        var response = await Campaigns.AddKeywordsAsync(new() { AdGroupId = adGroup, Keywords = [Make<Keyword>(Valid.Keyword, changes)] });
        Assert.Empty(response.PartialErrors);
        return response.KeywordIds[0]!.Value;
    }

    public async Task<long> AddAdAsync(long adGroup, string changes = "{}")
    {
        var response = await Campaigns.AddAdsAsync(new() { AdGroupId = adGroup, Ads = [Make<Ad>(Valid.Ad, changes)] });
        Assert.Empty(response.PartialErrors);
        return response.AdIds[0]!.Value;
    }

    public async Task<long> AddLabelAsync(string changes = "{}")
    {
        var response = await Campaigns.AddLabelsAsync(new() { Labels = [Make<Label>(Valid.Label, changes)] });
        Assert.Empty(response.PartialErrors);
        return response.LabelIds[0]!.Value;
    }

    public async Task<long> AddBudgetAsync(string changes = "{}")
    {
        var response = await Campaigns.AddBudgetsAsync(new() { Budgets = [Make<Budget>(Valid.Budget, changes)] });
        Assert.Empty(response.PartialErrors);
        return response.BudgetIds[0]!.Value;
    }

    public async ValueTask DisposeAsync()
    {
        Campaigns.Dispose();
        Customers.Dispose();
        _signIn.Dispose();
        await Emulator.DisposeAsync();
    }
}
