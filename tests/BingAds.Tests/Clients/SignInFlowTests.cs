using BingAds.Errors;
using BingAds.Testing;
using BingAds.Tests.Authorization;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>Tokens that expire before, during and in spite of a call.</summary>
public class SignInFlowTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    public static TheoryData<ApiTransport, int> Parallel => new() { { ApiTransport.Rest, 64 }, { ApiTransport.Soap, 64 }, { ApiTransport.Rest, 200 } };

    [Theory, MemberData(nameof(Parallel))]
    public async Task Parallel_calls_with_an_expired_token_make_one_token_request(ApiTransport transport, int count)
    {
        await using var s = await StartAsync(transport);
        s.SignIn.Have("at-hush-old", "rt-hush-0", 60);
        s.SignIn.Time.Advance(TimeSpan.FromMinutes(10));

        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => s.Api.ReadAsync()));

        Assert.Single(s.SignIn.Endpoint.Requests);
        Assert.Equal(count, s.Api.Stub.Requests.Count);
        Assert.All(s.Api.Stub.Requests, static r => Assert.Equal("at-hush-1", r.Token));
    }

    [Theory, MemberData(nameof(Parallel))]
    public async Task Parallel_calls_that_are_refused_with_109_make_one_token_request(ApiTransport transport, int count)
    {
        await using var s = await StartAsync(transport);
        s.SignIn.Have("at-hush-old", "rt-hush-0");

        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => s.Api.ReadAsync()));

        Assert.Single(s.SignIn.Endpoint.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Refused_token_is_replaced_once_also_for_a_write(ApiTransport transport)
    {
        await using var s = await StartAsync(transport);
        s.SignIn.Have("at-hush-old", "rt-hush-0");

        var response = await s.Api.AddAsync();

        Assert.Equal([7], response.CampaignIds);
        Assert.Equal(["at-hush-old", "at-hush-1"], s.Api.Stub.Requests.Select(static r => r.Token));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Token_that_is_refused_again_after_the_refresh_ends_the_call(ApiTransport transport)
    {
        await using var s = await StartAsync(transport);
        s.SignIn.Have("at-hush-old", "rt-hush-0");
        s.Api.Stub.Script(Replies.Expired(transport));

        var e = await Assert.ThrowsAsync<CredentialsException>(() => s.Api.ReadAsync());

        Assert.True(e.Has(ErrorCodes.AuthenticationTokenExpired));
        Assert.Equal(2, s.Api.Stub.Requests.Count);
        Assert.Single(s.SignIn.Endpoint.Requests);
    }

    [Fact]
    public async Task Bare_401_of_a_gateway_refreshes_once()
    {
        await using var s = await StartAsync(ApiTransport.Rest);
        s.SignIn.Have("at-hush-old", "rt-hush-0");
        s.Api.Stub.Script(new StubReply(401, "<html>who?</html>"), s.Api.Good("One"));

        Assert.Equal("One", (await s.Api.ReadAsync()).Campaigns[0]!.Name);
    }

    [Theory, InlineData(ApiTransport.Rest, 105, "InvalidCredentials", 401), InlineData(ApiTransport.Soap, 105, "InvalidCredentials", 401),
     InlineData(ApiTransport.Rest, 106, "UserIsNotAuthorized", 403), InlineData(ApiTransport.Soap, 106, "UserIsNotAuthorized", 403)]
    public async Task Refusals_that_no_token_can_mend_are_sent_once(ApiTransport transport, int code, string name, int status)
    {
        await using var s = await StartAsync(transport);
        s.SignIn.Have("at-hush-old", "rt-hush-0");
        s.Api.Stub.Script(Replies.Fault(transport, status, code, name));

        var e = await Assert.ThrowsAnyAsync<ApiException>(() => s.Api.ReadAsync());

        Assert.Equal(code, e.Errors[0].Code);
        Assert.Single(s.Api.Stub.Requests);
        Assert.Empty(s.SignIn.Endpoint.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Without_automatic_refresh_the_token_is_sent_as_it_is(ApiTransport transport)
    {
        await using var s = await StartAsync(transport);
        s.Api.Options.RefreshOAuthTokensAutomatically = false;
        s.SignIn.Have("at-hush-old", "rt-hush-0", 60);
        s.SignIn.Time.Advance(TimeSpan.FromMinutes(10));

        var e = await Assert.ThrowsAsync<CredentialsException>(() => s.Api.ReadAsync());

        Assert.True(e.Has(ErrorCodes.AuthenticationTokenExpired));
        Assert.Contains("sign in again", e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("at-hush-old", s.Api.Stub.Only.Token);
        Assert.Empty(s.SignIn.Endpoint.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Implicit_grant_sends_its_token_and_says_to_sign_in_again(ApiTransport transport)
    {
        await using var s = await StartAsync(transport);
        var implicitGrant = new OAuthDesktopMobileImplicitGrant("client-1", new() { TimeProvider = s.SignIn.Time });
        implicitGrant.OAuthTokens = new OAuthTokens("at-hush-old", 60, null, s.SignIn.Time);
        s.SignIn.Time.Advance(TimeSpan.FromMinutes(10));
        s.Api.Authorization.Authentication = implicitGrant;

        var e = await Assert.ThrowsAsync<CredentialsException>(() => s.Api.ReadAsync());

        Assert.Contains("sign in again", e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Single(s.Api.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Read_goes_on_when_its_token_expires_during_the_pauses(ApiTransport transport)
    {
        await using var s = await StartAsync(transport, retrying: true);
        s.SignIn.Have("at-hush-old", "rt-hush-0");
        var replies = new Queue<StubReply>([new(503, ""), Replies.Expired(transport), new(503, ""), s.Api.Good("One")]);
        s.Api.Stub.Answer = _ => Task.FromResult(replies.Dequeue());

        var response = await s.Api.ReadAsync();

        Assert.Equal("One", response.Campaigns[0]!.Name);
        Assert.Equal(["at-hush-old", "at-hush-old", "at-hush-1", "at-hush-1"], s.Api.Stub.Requests.Select(static r => r.Token));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Write_is_repeated_when_it_was_the_sign_in_that_was_lost(ApiTransport transport)
    {
        var asked = 0;
        await using var s = await StartAsync(transport, retrying: true, token: _ => Interlocked.Increment(ref asked) == 1 ? new(200, "") { HangUp = true } : TokenReply.Tokens(1));
        s.SignIn.Have("at-hush-old", "rt-hush-0", 60);
        s.SignIn.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal([7], (await s.Api.AddAsync()).CampaignIds);

        Assert.Equal((2, 1), (asked, s.Api.Stub.Requests.Count));
    }

    [Fact]
    public async Task Call_without_tokens_says_to_sign_in_and_sends_nothing()
    {
        await using var s = await StartAsync(ApiTransport.Rest);

        var e = await Assert.ThrowsAsync<CredentialsException>(() => s.Api.ReadAsync());

        Assert.Contains("sign in", e.Message, StringComparison.Ordinal);
        Assert.Empty(s.Api.Stub.Requests);
    }

    [Fact]
    public async Task Password_goes_into_headers_of_its_own()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Soap);
        f.Authorization.Authentication = new PasswordAuthentication("ada", TestSecrets.Password);
        f.Stub.Script(f.Good());

        await f.ReadAsync();

        Assert.Equal(("ada", TestSecrets.Password, (string?)null), (f.Stub.Only.Sent("UserName"), f.Stub.Only.Sent("Password"), f.Stub.Only.Sent("AuthenticationToken")));
    }

    private static async Task<Flow> StartAsync(ApiTransport transport, bool retrying = false, Func<TokenForm, TokenReply>? token = null)
    {
        var api = retrying ? await ClientFixture.StartRetryingAsync(transport) : await ClientFixture.StartAsync(transport);
        var asked = 0;
        var signIn = new SignInFixture(token ?? (_ => TokenReply.Tokens(Interlocked.Increment(ref asked))));
        api.Authorization.Authentication = signIn.SignIn;

        // As the service does it: the old token is refused, the new one serves.
        api.Stub.Answer = r => Task.FromResult(
            r.Token == "at-hush-old" ? Replies.Expired(transport)
            : r.Operation == "AddCampaigns" ? api.Ok(new AddCampaignsResponse { CampaignIds = [7] })
            : api.Good("One"));
        return new Flow(api, signIn);
    }

    private sealed record Flow(ClientFixture Api, SignInFixture SignIn) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Api.DisposeAsync();
            await SignIn.DisposeAsync();
        }
    }
}
