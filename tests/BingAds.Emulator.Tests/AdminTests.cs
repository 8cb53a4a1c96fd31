using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace BingAds.Emulator.Tests;

public sealed class AdminTests : IAsyncLifetime
{
    private EmulatorHost _emulator = null!;
    private HttpClient _http = null!;
    private SignInClient _signIn = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await EmulatorHost.StartAsync();
        _http = new HttpClient { BaseAddress = _emulator.BaseAddress };
        _signIn = new SignInClient(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _signIn.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task About_tells_all_that_a_program_needs_to_connect()
    {
        var about = await _http.GetFromJsonAsync<JsonElement>("/_emulator");
        var (status, _) = await _signIn.TokenAsync(new()
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = about.GetProperty("clientId").GetString()!,
            ["refresh_token"] = about.GetProperty("refreshToken").GetString()!,
        });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Environment.ProcessId, about.GetProperty("processId").GetInt32());
    }

    [Fact]
    public async Task Token_requests_are_counted_refused_ones_too_and_from_zero_after_expiry()
    {
        await _signIn.TokenAsync(SignInClient.RefreshForm());
        await _signIn.TokenAsync(SignInClient.RefreshForm("made-up"));
        Assert.Equal(2, await CountAsync());
        await PostAsync("/_emulator/tokens/expire", "");
        Assert.Equal(0, await CountAsync());
        await _signIn.TokenAsync(SignInClient.RefreshForm());
        Assert.Equal(1, await CountAsync());

        async Task<int> CountAsync() => (await _http.GetFromJsonAsync<JsonElement>("/_emulator/journal?call=token")).GetProperty("count").GetInt32();
    }

    [Fact]
    public async Task Journal_shows_requests_without_their_secrets()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/nowhere");
        request.Headers.Add("Authorization", "Bearer very-secret-token");
        request.Headers.Add("DeveloperToken", "secret-developer-token");
        request.Headers.Add("Password", "secret-password");
        request.Headers.Add("CustomerId", "12345");
        using var response = await _http.SendAsync(request);
        await _signIn.TokenAsync(SignInClient.RefreshForm());
        var journal = await _http.GetStringAsync("/_emulator/journal");
        Assert.DoesNotContain("secret", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoCredentials.RefreshToken, journal, StringComparison.Ordinal);
        Assert.Contains("Bearer ***", journal, StringComparison.Ordinal);
        Assert.Contains("12345", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_has_an_answer_before_its_reader_has_it()
    {
        for (var i = 1; i <= 300; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/common/oauth2/v2.0/token") { Content = new FormUrlEncodedContent(SignInClient.RefreshForm()) };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var entry = _emulator.Journal.Entries[^1];
            Assert.Equal((i, 200), ((int)entry.Number, entry.Status));
        }
    }

    [Fact]
    public async Task Clock_is_advanced_and_frozen_over_HTTP()
    {
        await PostAsync("/_emulator/clock/freeze", """{"at": "2026-02-03T04:05:06Z"}""");
        var answer = await PostAsync("/_emulator/clock/advance", """{"hours": 3, "minutes": 30}""");
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 7, 35, 6, TimeSpan.Zero), answer.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(_emulator.Clock.GetUtcNow(), answer.GetProperty("now").GetDateTimeOffset());
    }

    [Fact]
    public async Task Reset_brings_back_the_first_state()
    {
        var (_, tokens) = await _signIn.TokenAsync(SignInClient.RefreshForm());
        _emulator.Faults.Add("token", 1, Fault.HttpStatus(503));
        await PostAsync("/_emulator/reset", "");
        Assert.Equal(0, _emulator.Journal.Count("token"));
        var (status, _) = await _signIn.TokenAsync(SignInClient.RefreshForm(tokens.GetProperty("refresh_token").GetString()!));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(HttpStatusCode.OK, (await _signIn.TokenAsync(SignInClient.RefreshForm())).Status);
    }

    [Theory]
    [InlineData("""{"times": 1, "code": 117}""")]
    [InlineData("""{"call": "token", "times": 0, "code": 117}""")]
    [InlineData("""{"call": "token", "colour": "red"}""")]
    [InlineData("""{"call": "token", "status": 99}""")]
    [InlineData("""{"call": "token", "kind": "Error"}""")]
    [InlineData("not json")]
    public async Task Wrong_fault_orders_are_refused_with_a_reason(string body)
    {
        using var response = await _http.PostAsync("/_emulator/faults", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!);
        Assert.Equal(0, _emulator.Faults.Left("token"));
    }

    [Fact]
    public async Task Unknown_addresses_are_404()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("/_emulator/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("/nothing")).StatusCode);
    }

    private async Task<JsonElement> PostAsync(string path, string body)
    {
        using var response = await _http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }
}
