using System.Net;
using BingAds.Errors;

namespace BingAds.Tests.Authorization;

public class TokenErrorTests
{
    private static async Task<OAuthTokenRequestException> FailAsync(TokenReply reply)
    {
        await using var fixture = new SignInFixture(_ => reply);
        return await Assert.ThrowsAsync<OAuthTokenRequestException>(() => fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt-hush+1"));
    }

    [Fact]
    public async Task error_code_and_error_description_and_all_else_of_a_Microsoft_error_are_kept()
    {
        var error = await FailAsync(new TokenReply(400, """
            {"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired.","error_codes":[700082, 70000],
             "timestamp":"2026-11-24 10:00:00Z","trace_id":"trace-1","correlation_id":"correlation-1","suberror":"token_expired"}
            """));

        Assert.Equal(("invalid_grant", "AADSTS700082: The refresh token has expired."), (error.ErrorCode, error.ErrorDescription));
        Assert.Equal([700082, 70000], error.ErrorCodes);
        Assert.Equal(("correlation-1", "trace-1", "correlation-1"), (error.CorrelationId, error.TraceId, error.TrackingId));
        Assert.Equal((400, false, ErrorCategory.Credentials), (error.HttpStatus, error.IsTransient, error.Category));
        Assert.Contains("AADSTS700082", error.Message, StringComparison.Ordinal);
        Assert.Contains("sign in again", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "Forbidden", "text/plain", "Forbidden", false, ErrorCategory.Credentials)]
    [InlineData(502, "<html><body>Bad\r\n\r\n gateway</body></html>", "text/html", "<html><body>Bad gateway</body></html>", true, ErrorCategory.Service)]
    [InlineData(500, "", "text/plain", null, true, ErrorCategory.Service)]
    [InlineData(503, "[]", "application/json", "[]", true, ErrorCategory.Service)]
    [InlineData(429, "{}", "application/json", null, true, ErrorCategory.Throttled)]
    [InlineData(400, "{\"error\":null}", "application/json", null, false, ErrorCategory.Credentials)]
    [InlineData(302, "", "text/plain", null, false, ErrorCategory.Credentials)]
    public async Task An_answer_of_another_kind_keeps_its_status_and_the_start_of_its_text(
        int status, string body, string contentType, string? description, bool isTransient, ErrorCategory category)
    {
        var error = await FailAsync(new TokenReply(status, body, contentType));

        Assert.Equal(OAuthTokenRequestException.UnreadableAnswer, error.ErrorCode);
        Assert.Equal((status, description), ((int)error.HttpStatus!, error.ErrorDescription));
        Assert.Equal((isTransient, category), (error.IsTransient, error.Category));
    }

    [Theory]
    [InlineData("""{"access_token":"at-hush""")]
    [InlineData("""{"token":"at-hush"}""")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("<html>at-hush</html>")]
    [InlineData("")]
    public async Task A_success_without_token_is_an_error_that_shows_nothing_of_it(string body)
    {
        var error = await FailAsync(new TokenReply(200, body));

        Assert.Equal((OAuthTokenRequestException.UnreadableAnswer, ErrorCategory.BrokenResponse), (error.ErrorCode, error.Category));
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3599", 3599)]
    [InlineData("\"3599\"", 3599)]
    [InlineData("3599.0", 3599)]
    [InlineData("null", null)]
    [InlineData("\"soon\"", null)]
    public async Task Expires_in_may_be_a_number_or_a_text(string json, int? seconds)
    {
        await using var fixture = new SignInFixture(_ => TokenReply.Tokens(1, json));

        var tokens = await fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt");

        Assert.Equal(seconds, tokens.AccessTokenExpiresInSeconds);
    }

    [Theory]
    [InlineData("temporarily_unavailable", 400, true)]
    [InlineData("invalid_grant", 400, false)]
    [InlineData("invalid_client", 401, false)]
    [InlineData("server_error", 500, true)]
    public async Task Errors_say_whether_a_retry_can_help(string code, int status, bool isTransient)
        => Assert.Equal(isTransient, (await FailAsync(TokenReply.Error(code, status))).IsTransient);

    [Theory]
    [InlineData("{\"error\":\"temporarily_unavailable\"}")]
    [InlineData("Too much")]
    public async Task How_long_the_service_asks_to_wait_is_kept(string body)
    {
        Assert.Equal(TimeSpan.FromSeconds(17), (await FailAsync(new TokenReply(429, body) { Headers = "Retry-After: 17\r\n" })).RetryAfter);
        // The fixture's clock stands at 10:00.
        Assert.Equal(TimeSpan.FromMinutes(1), (await FailAsync(new TokenReply(503, body) { Headers = "Retry-After: Tue, 24 Nov 2026 10:01:00 GMT\r\n" })).RetryAfter);
    }

    [Fact]
    public void Transient_numbers_of_the_platform_are_known()
        => Assert.True(new OAuthTokenRequestException("invalid_request", null, HttpStatusCode.BadRequest, [90033]).IsTransient);

    [Fact]
    public async Task An_error_of_Google_that_is_an_object_is_read()
    {
        var error = await FailAsync(new TokenReply(403, """{"error":{"code":403,"status":"PERMISSION_DENIED","message":"No."}}"""));

        Assert.Equal(("PERMISSION_DENIED", "No."), (error.ErrorCode, error.ErrorDescription));
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant rt-hush+1","error_description":"Token rt-hush+1 is bad","trace_id":"rt-hush+1"}""")]
    [InlineData(400, "Bad form: grant_type=refresh_token&refresh_token=rt-hush%2B1")]
    [InlineData(500, "<p>rt-hush+1</p>")]
    [InlineData(500, "new token: eyJhbGciOiJSUzI1NiIsImtpZCI6-hush.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2ln")]
    public async Task Secrets_are_in_no_error_even_when_the_server_repeats_them(int status, string body)
        => Assert.DoesNotContain("hush", (await FailAsync(new TokenReply(status, body))).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_long_answer_is_cut()
        => Assert.InRange((await FailAsync(new TokenReply(500, string.Concat(Enumerable.Repeat("word ", 100_000))))).ErrorDescription!.Length, 100, 220);

    [Fact]
    public async Task A_broken_connection_is_a_transient_transport_error()
    {
        await using var fixture = new SignInFixture(static _ => new TokenReply(200, "") { HangUp = true });

        var error = await Assert.ThrowsAsync<TransportException>(() => fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt-hush"));

        Assert.True(error.IsTransient);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_request_ends_after_its_time()
    {
        var arrived = new TaskCompletionSource();
        var never = new TaskCompletionSource<TokenReply>();
        await using var fixture = new SignInFixture(new LoopbackTokenEndpoint(_ =>
        {
            arrived.SetResult();
            return never.Task;
        }));

        var request = fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt");
        await arrived.Task;
        fixture.Time.Advance(TimeSpan.FromSeconds(100));

        await Assert.ThrowsAsync<TransportException>(() => request);
    }

    [Fact]
    public async Task A_token_request_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var fixture = new SignInFixture(new LoopbackTokenEndpoint(async _ =>
        {
            await cancel.CancelAsync();
            return TokenReply.Tokens(1);
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt", null, cancel.Token));
    }

    [Fact]
    public async Task The_callers_HttpClient_is_used_and_stays_open()
    {
        await using var endpoint = new LoopbackTokenEndpoint(static _ => TokenReply.Tokens(1));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Mine", "1");
        var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", new OAuthOptions { SignInBaseAddress = endpoint.Address, HttpClient = http });

        await signIn.RequestOAuthTokensByRefreshTokenAsync("rt");
        signIn.Dispose();

        using var answer = await http.PostAsync(endpoint.Address, new FormUrlEncodedContent([new("a", "b")]));
        Assert.True(answer.IsSuccessStatusCode);
    }
}
