using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class AccessTestsOverRest() : AccessTests(ApiTransport.Rest);

public sealed class AccessTestsOverSoap() : AccessTests(ApiTransport.Soap);

/// <summary>Who is let in, and with what.</summary>
public abstract class AccessTests(ApiTransport transport)
{
    private static readonly GetCampaignsByAccountIdRequest s_own = new() { AccountId = DemoCredentials.AccountId };

    [Fact]
    public async Task Wrong_developer_token_is_refused()
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Authorization.DeveloperToken = "WRONG";
        Assert.Equal([105], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
    }

    [Fact]
    public async Task Developer_token_of_the_options_is_let_in()
    {
        await using var session = await ApiSession.StartAsync(transport, static o => o.DeveloperTokens.Add("MINE"));
        session.Authorization.DeveloperToken = "MINE";
        await session.Campaigns.GetCampaignsByAccountIdAsync(s_own);
    }

    [Fact]
    public async Task Google_token_is_let_in_whatever_its_scope()
    {
        await using var session = await ApiSession.StartAsync(transport);
        using var signIn = new SignInClient(session.Emulator);
        var form = SignInClient.RefreshForm(DemoCredentials.GoogleRefreshToken);
        form["client_id"] = DemoCredentials.GoogleClientId;
        form["client_secret"] = DemoCredentials.GoogleClientSecret;
        session.Authorization.Authentication = new FixedToken((await signIn.TokenAsync(form, "/token")).Json.GetProperty("access_token").GetString());
        await session.Campaigns.GetCampaignsByAccountIdAsync(s_own);
    }

    [Fact]
    public async Task Made_up_token_is_refused()
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Authorization.Authentication = new FixedToken("made-up");
        Assert.Equal([105], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
    }

    [Fact]
    public async Task Missing_token_is_a_missing_header()
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Authorization.Authentication = new FixedToken(null);
        Assert.Equal([116], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
    }

    [Fact]
    public async Task Expired_token_is_refused_with_109_by_time_and_on_demand()
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Authorization.Authentication = new FixedToken(session.AccessToken);
        await session.Campaigns.GetCampaignsByAccountIdAsync(s_own);
        session.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([109], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));

        await using var other = await ApiSession.StartAsync(transport);
        other.Authorization.Authentication = new FixedToken(other.AccessToken);
        await other.Emulator.ExpireTokensAsync();
        Assert.Equal([109], await ApiSession.RefusalAsync(async () => await other.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
    }

    [Fact]
    public async Task Expired_token_is_refreshed_by_the_client_without_anybody_noticing()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await session.Emulator.ExpireTokensAsync();
        await session.Campaigns.GetCampaignsByAccountIdAsync(s_own);
        Assert.Equal(1, session.Emulator.Journal.Count("token"));
        Assert.Equal(2, session.Emulator.Journal.Count("CampaignManagement.GetCampaignsByAccountId"));
    }

    [Fact]
    public async Task Token_of_the_old_scope_is_refused()
    {
        await using var session = await ApiSession.StartAsync(transport);
        using var signIn = new SignInClient(session.Emulator);
        var query = SignInClient.CodeRequest();
        query["scope"] = "https://ads.microsoft.com/ads.manage";
        var code = (await signIn.AcceptAsync(query))["code"];
        var token = (await signIn.TokenAsync(SignInClient.CodeForm(code))).Json.GetProperty("access_token").GetString();
        session.Authorization.Authentication = new FixedToken(token);
        Assert.Equal([3101], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
    }

    [Theory]
    [InlineData(DemoCredentials.ForeignAccountId, 106)]
    [InlineData(987654321987, 119)]
    public async Task Foreign_and_unknown_accounts_are_told_apart(long account, int code)
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Authorization.AccountId = account;
        Assert.Equal([code], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = account })));
        Assert.Equal([code], await ApiSession.RefusalAsync(async () => await session.Campaigns.AddLabelsAsync(new() { Labels = [new() { Name = "x" }] })));
    }

    [Fact]
    public async Task Account_and_customer_must_be_named_and_agree()
    {
        await using var session = await ApiSession.StartAsync(transport);
        session.Authorization.AccountId = null;
        Assert.Equal([1030], await ApiSession.RefusalAsync(async () => await session.Campaigns.AddLabelsAsync(new() { Labels = [new() { Name = "x" }] })));
        session.Authorization.AccountId = DemoCredentials.AccountId;
        session.Authorization.CustomerId = null;
        Assert.Equal([1029], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
        session.Authorization.CustomerId = DemoCredentials.ForeignCustomerId;
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
    }

    [Fact]
    public async Task Entities_of_another_account_are_unknown()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var label = await session.AddLabelAsync();
        var second = await session.Customers.AddAccountAsync(new()
        {
            Account = new() { Name = "Second shop", CurrencyCode = CurrencyCode.USD, ParentCustomerId = DemoCredentials.CustomerId },
        });
        session.Authorization.AccountId = second.AccountId;
        Assert.Equal([1201], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetKeywordsByAdGroupIdAsync(new() { AdGroupId = group })));
        var labels = await session.Campaigns.GetLabelsByIdsAsync(new() { LabelIds = [label] });
        Assert.Equal([null], labels.Labels);
        Assert.Equal([5405], ApiSession.Codes(labels.PartialErrors));
    }

    [Theory]
    [InlineData(false, DemoCredentials.Password, false)]
    [InlineData(true, DemoCredentials.Password, true)]
    [InlineData(true, "wrong", false)]
    public async Task Password_signs_in_only_where_it_is_allowed(bool allow, string password, bool works)
    {
        await using var session = await ApiSession.StartAsync(transport, o => o.AllowPassword = allow);
        session.Authorization.Authentication = new PasswordAuthentication(DemoCredentials.UserName, password);
        if (works)
            await session.Campaigns.GetCampaignsByAccountIdAsync(s_own);
        else
            Assert.Equal([105], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetCampaignsByAccountIdAsync(s_own)));
    }

    [Fact]
    public async Task Known_operation_that_is_not_offered_yet_is_refused_properly()
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Equal([204], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetDiagnosticsAsync(new())));
    }

    private sealed class FixedToken(string? token) : Authentication
    {
        public override void EnrichHeaders(RequestHeaders headers)
        {
            if (token is not null)
                headers.SetAccessToken(token);
        }
    }
}
