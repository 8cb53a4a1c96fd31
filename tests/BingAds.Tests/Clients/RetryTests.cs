using BingAds.Errors;

namespace BingAds.Tests.Clients;

/// <summary>What is sent again, how often, and after how long.</summary>
public class RetryTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    public static TheoryData<ApiTransport, string> PassingFailures => Cross("500", "502", "503", "504", "408", "hang", "cut", "code 0");

    public static TheoryData<ApiTransport, string> Refusals => Cross("429", "117", "4204", "207");

    [Theory, MemberData(nameof(PassingFailures))]
    public async Task Read_is_repeated_after_any_passing_failure(ApiTransport transport, string failure)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(Reply(f, failure), f.Good("One"));

        Assert.Equal("One", (await f.ReadAsync()).Campaigns[0]!.Name);
        Assert.Equal(2, f.Stub.Requests.Count);
    }

    [Theory, MemberData(nameof(PassingFailures))]
    public async Task Write_is_never_repeated_after_an_unclear_failure(ApiTransport transport, string failure)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(Reply(f, failure), f.Added(7));

        await Assert.ThrowsAnyAsync<SdkException>(() => f.AddAsync());

        Assert.Single(f.Stub.Requests);
        Assert.Empty(f.Clock.Pauses);
    }

    [Theory, MemberData(nameof(Refusals))]
    public async Task Write_is_repeated_when_the_service_turned_it_away(ApiTransport transport, string failure)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(Reply(f, failure), f.Added(7));

        Assert.Equal([7], (await f.AddAsync()).CampaignIds);
        Assert.Equal(2, f.Stub.Requests.Count);
        Assert.All(f.Clock.Pauses, static p => Assert.True(p >= TimeSpan.FromSeconds(15)));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Write_is_repeated_when_nobody_listened(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(f.Added(7));
        var refusals = 2;
        f.Options.HttpClient = new HttpClient(new ClosedPort(() => Interlocked.Decrement(ref refusals) >= 0));

        Assert.Equal([7], (await f.AddAsync()).CampaignIds);
        Assert.Equal(2, f.Clock.Pauses.Count);
        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Max_retries_bounds_one_call_and_the_last_failure_comes_out(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Options.Retry.MaxRetries = 3;
        f.Stub.Script(new StubReply(503, "first"), new StubReply(503, "again"), new StubReply(502, "again"), new StubReply(504, "last"));

        var e = await Assert.ThrowsAsync<ApiException>(() => f.ReadAsync());

        Assert.Equal((504, "last"), (e.HttpStatus, e.BodySnippet));
        Assert.Equal(4, f.Stub.Requests.Count);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task No_retries_means_one_request(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Options.Retry.MaxRetries = 0;
        f.Stub.Script(new StubReply(503, ""));

        await Assert.ThrowsAsync<ApiException>(() => f.ReadAsync());

        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Pauses_double_and_jitter_makes_them_shorter_by_a_quarter_at_most(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Options.Retry.BaseDelay = TimeSpan.FromSeconds(4);
        f.Options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        f.Stub.Script(new StubReply(503, ""));

        await Assert.ThrowsAsync<ApiException>(() => f.ReadAsync());

        Assert.Collection(f.Clock.Pauses, In(3, 4), In(6, 8), In(7.5, 10), In(7.5, 10));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Call_rate_waits_as_the_service_wants_and_jitter_never_shortens_it(ApiTransport transport)
    {
        // The own pause lies just above the required one, where shortening it would matter.
        for (var run = 0; run < 25; run++)
        {
            await using var f = await ClientFixture.StartRetryingAsync(transport);
            f.Options.Retry.BaseDelay = TimeSpan.FromSeconds(16);
            f.Stub.Script(Reply(f, "117"), Reply(f, "117"), f.Good());

            await f.ReadAsync();

            Assert.Collection(f.Clock.Pauses, In(15, 18), In(20, 33));
        }
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Retry_after_in_seconds_is_waited_for(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(Reply(f, "117").With("Retry-After", "42"), f.Good());

        await f.ReadAsync();

        Assert.Collection(f.Clock.Pauses, In(42, 45));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Retry_after_as_a_date_is_waited_for(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(new StubReply(503, "").With("Retry-After", PauseClock.Start.AddSeconds(50).ToString("R")), f.Good());

        await f.ReadAsync();

        Assert.Collection(f.Clock.Pauses, In(50, 53));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Wait_that_is_longer_than_a_call_may_pause_ends_it_with_its_error(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(Reply(f, "4204").With("Retry-After", "900"));

        var e = await Assert.ThrowsAsync<ThrottledException>(() => f.AddAsync());

        Assert.Equal((TimeSpan.FromMinutes(15), 4204), (e.RetryAfter, e.Errors[0].Code));
        Assert.Empty(f.Clock.Pauses);
    }

    [Fact]
    public async Task Wait_as_long_as_a_call_may_pause_is_taken()
    {
        for (var run = 0; run < 10; run++)
        {
            await using var f = await ClientFixture.StartRetryingAsync(ApiTransport.Rest);
            f.Stub.Script(Reply(f, "117").With("Retry-After", "120"), f.Good());

            await f.ReadAsync();

            Assert.Collection(f.Clock.Pauses, In(120, 123));
        }
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Error_of_the_caller_is_sent_once(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(Replies.Fault(transport, 400, 1102, "CampaignServiceInvalidAccountId"));

        await Assert.ThrowsAnyAsync<ApiException>(() => f.ReadAsync());

        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Budget_bounds_the_repetitions_of_all_calls_together(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Options.Retry.BaseDelay = TimeSpan.Zero;
        f.Options.Retry.BudgetMinimum = 5;
        f.Options.Retry.BudgetRatio = 0.1;
        f.Stub.Script(new StubReply(503, ""));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Assert.ThrowsAsync<ApiException>(() => f.ReadAsync())));
        var inFirstWindow = f.Stub.Requests.Count - 40;
        f.Clock.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<ApiException>(() => f.ReadAsync());

        // 5 always, and a tenth of 40.
        Assert.InRange(inFirstWindow, 5, 9);
        Assert.Equal(40 + inFirstWindow + 1 + 4, f.Stub.Requests.Count);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Call_that_succeeds_at_once_starts_no_retry_strategy(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(f.Good(), Replies.Fault(transport, 400, 1102, "CampaignServiceInvalidAccountId"), new StubReply(503, ""), f.Good());

        await f.ReadAsync();
        await Assert.ThrowsAnyAsync<ApiException>(() => f.ReadAsync());
        Assert.False(f.Campaigns.Pipeline.Retry.IsStarted);

        await f.ReadAsync();
        Assert.True(f.Campaigns.Pipeline.Retry.IsStarted);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Cancellation_ends_a_pause(ApiTransport transport)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        using var cancel = new CancellationTokenSource();
        f.Stub.Script(new StubReply(503, ""));
        f.Options.LoggerFactory = new RecordingLoggers { OnEvent = (id, _) => { if (id == 4) cancel.Cancel(); } };

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => f.ReadAsync(cancellationToken: cancel.Token));

        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.Single(f.Stub.Requests);
    }

    private static StubReply Reply(ClientFixture f, string failure) => failure switch
    {
        "hang" => StubReply.Hang,
        "cut" => f.Good(new string('x', 4000)) with { Cut = true },
        "code 0" => Replies.Fault(f.Transport, 500, 0, "InternalError"),
        "117" => Replies.Fault(f.Transport, 429, 117, "CallRateExceeded"),
        "207" => Replies.Fault(f.Transport, 429, 207, "ConcurrentRequestOverLimit"),
        "4204" => Replies.Fault(f.Transport, 429, 4204, "BulkServiceNoMoreCallsPermittedForTheTimePeriod"),
        _ => new StubReply(int.Parse(failure), "<html/>"),
    };

    private static Action<TimeSpan> In(double from, double to) => pause => Assert.InRange(pause.TotalSeconds, from, to);

    private static TheoryData<ApiTransport, string> Cross(params string[] failures)
    {
        var data = new TheoryData<ApiTransport, string>();
        foreach (var failure in failures)
        {
            data.Add(ApiTransport.Rest, failure);
            data.Add(ApiTransport.Soap, failure);
        }

        return data;
    }

    /// <summary>Sends to a port that nobody listens on for as long as it is told to.</summary>
    private sealed class ClosedPort(Func<bool> isClosed) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (isClosed())
            {
                request.RequestUri = new Uri("http://127.0.0.1:1/");
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
