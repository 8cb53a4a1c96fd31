using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace BingAds.Emulator.Tests;

/// <summary>Each kind of fault, at the token end point.</summary>
public sealed class TokenFaultTests : IAsyncLifetime
{
    private readonly EmulatorClock _clock = new();
    private EmulatorHost _emulator = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _clock.Freeze();
        _emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Clock = _clock });
        _http = new HttpClient { BaseAddress = _emulator.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Planned_refusal_comes_as_often_as_asked_and_is_told_over_HTTP()
    {
        using var order = await _http.PostAsync(
            "/_emulator/faults", new StringContent("""{"call": "token", "times": 2, "error": "temporarily_unavailable", "status": 429, "retryAfter": 7}""", Encoding.UTF8, "application/json"));
        Assert.Equal(2, (await order.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("left").GetInt32());
        for (var i = 0; i < 2; i++)
        {
            using var refused = await RefreshAsync();
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), refused.Headers.RetryAfter!.Delta);
            Assert.Contains("temporarily_unavailable", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var answer = await RefreshAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3, _emulator.Journal.Count("token"));
    }

    [Fact]
    public async Task Gateway_status_comes_as_plain_text()
    {
        _emulator.Faults.Add("token", 1, Fault.HttpStatus(502));
        using var answer = await RefreshAsync();
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Web_page_takes_the_place_of_the_answer()
    {
        _emulator.Faults.Add("token", 1, Fault.NotJson());
        using var answer = await RefreshAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.LostAnswer)]
    public async Task Connection_breaks_without_an_answer(FaultKind kind)
    {
        _emulator.Faults.Add("token", 1, kind == FaultKind.Reset ? Fault.Reset() : Fault.LostAnswer());
        await Assert.ThrowsAsync<HttpRequestException>(RefreshAsync);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync()).StatusCode);
    }

    [Fact]
    public async Task Half_of_the_answer_arrives_and_then_the_connection_breaks()
    {
        _emulator.Faults.Add("token", 1, Fault.CutBody());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = Form() };
        request.RequestUri = new Uri("/common/oauth2/v2.0/token", UriKind.Relative);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var arrived = 0;
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            var buffer = new byte[64];
            for (int read; (read = await body.ReadAsync(buffer)) > 0;)
            {
                arrived += read;
            }
        });
        Assert.Equal(answer.Content.Headers.ContentLength!.Value / 2, arrived);
    }

    [Fact]
    public async Task Delay_is_felt_by_the_emulators_clock()
    {
        _emulator.Faults.Add("token", 1, Fault.Late(TimeSpan.FromMinutes(10)));
        var answer = RefreshAsync();
        while (_emulator.Faults.Left("token") > 0)
        {
            await Task.Yield();
        }

        Assert.False(answer.IsCompleted);
        while (!answer.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(10)); // Its timer may be made a moment after the fault was taken.
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    private static FormUrlEncodedContent Form() => new(SignInClient.RefreshForm());

    private Task<HttpResponseMessage> RefreshAsync() => _http.PostAsync("/common/oauth2/v2.0/token", Form());
}
