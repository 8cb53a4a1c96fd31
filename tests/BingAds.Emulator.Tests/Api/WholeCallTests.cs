using System.Net;
using System.Text;
using BingAds.Emulator.Api;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

/// <summary>A call happens wholly or not at all, and calls do not disturb each other.</summary>
public class WholeCallTests
{
    [Fact]
    public async Task A_call_that_breaks_half_way_answers_0_and_keeps_nothing()
    {
        var handlers = new HandlerTable();
        handlers.Add<AddLabelsRequest, AddLabelsResponse>(static (call, _) =>
        {
            call.Session.Entities.Insert(new EntityRow(FamilyNames.Label, 7) { Body = "{}"u8.ToArray() });
            throw new InvalidOperationException("half way");
        });
        await using var emulator = EmulatorHost.Build(new EmulatorOptions(), handlers);
        await emulator.OpenAsync();
        using var signIn = new SignInClient(emulator);
        var token = (await signIn.TokenAsync(SignInClient.RefreshForm())).Json.GetProperty("access_token").GetString();
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/CampaignManagement/v13/Labels") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer " + token);
        request.Headers.Add("DeveloperToken", DemoCredentials.DeveloperToken);
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("InternalError", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await emulator.State.Store.RunAsync(static s => s.Entities.Find(FamilyNames.Label, 7)));
    }

    [Fact]
    public async Task Many_calls_at_once_each_get_their_own_answer()
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        var calls = Enumerable.Range(0, 40).Select(async i =>
        {
            var id = await session.AddLabelAsync($$"""{"Name": "Label {{i}}"}""");
            return (await session.Campaigns.GetLabelsByIdsAsync(new() { LabelIds = [id] })).Labels[0]!.Name;
        });
        Assert.Equal(Enumerable.Range(0, 40).Select(static i => $"Label {i}"), await Task.WhenAll(calls));
        Assert.Equal(40, session.Emulator.Journal.Count("CampaignManagement.AddLabels"));
    }

    [Fact]
    public async Task The_same_calls_give_the_same_ids_in_every_fresh_emulator()
    {
        var runs = new List<(long, long, long)>();
        for (var i = 0; i < 2; i++)
        {
            await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
            var group = await session.AddAdGroupAsync();
            runs.Add((group, await session.AddKeywordAsync(group), await session.AddAdAsync(group)));
        }

        Assert.Equal(runs[0], runs[1]);
    }

    [Fact]
    public async Task Reset_takes_all_entities_away()
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        await session.AddCampaignAsync();
        await session.Emulator.ResetAsync();
        await ((OAuthDesktopMobileAuthCodeGrant)session.Authorization.Authentication!).RequestOAuthTokensByRefreshTokenAsync(DemoCredentials.RefreshToken);
        Assert.Empty((await session.Campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).Campaigns);
    }
}
