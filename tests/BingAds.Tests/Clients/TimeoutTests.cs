using BingAds.Errors;
using Microsoft.Extensions.Time.Testing;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Tests.Clients;

/// <summary>Timeouts of an attempt and of a call, and cancellation.</summary>
public class TimeoutTests
{
    private static readonly TaskCompletionSource<StubReply> s_never = new();

    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Transports))]
    public async Task Read_is_repeated_when_an_attempt_takes_too_long(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        f.Options.Retry.BaseDelay = TimeSpan.Zero;
        f.Stub.Answer = r => f.Stub.Requests.Count == 1 ? s_never.Task : Task.FromResult(f.Good("One"));

        var call = f.ReadAsync();
        await f.Stub.NextAsync();
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("One", (await call).Campaigns[0]!.Name);
        Assert.Equal(2, f.Stub.Requests.Count);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Write_ends_when_its_attempt_takes_too_long(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        f.Stub.Answer = static _ => s_never.Task;

        var call = f.AddAsync();
        await f.Stub.NextAsync();
        clock.Advance(TimeSpan.FromMinutes(2));

        var e = await Assert.ThrowsAsync<TransportException>(() => call);
        Assert.Equal((TransportFailure.AttemptTimeout, "AddCampaigns"), (e.Failure, e.Operation));
        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Body_that_never_ends_counts_as_a_slow_attempt_and_keeps_what_is_known(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        f.Options.Retry.MaxRetries = 0;
        using var handler = new EndlessBody();
        f.Options.HttpClient = new HttpClient(handler);

        var call = f.ReadAsync();
        await handler.IsReading;
        clock.Advance(TimeSpan.FromMinutes(2));

        var e = await Assert.ThrowsAsync<TransportException>(() => call);
        Assert.Equal((TransportFailure.AttemptTimeout, 200, "slow-1"), (e.Failure, e.HttpStatus, e.TrackingId));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Total_deadline_is_a_timeout_exception(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        f.Options.TotalTimeout = TimeSpan.FromSeconds(30);
        f.Stub.Answer = static _ => s_never.Task;

        var call = f.ReadAsync();
        await f.Stub.NextAsync();
        clock.Advance(TimeSpan.FromSeconds(30));

        var e = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal((TimeSpan.FromSeconds(30), "GetCampaignsByAccountId", ErrorCategory.Timeout), (e.Deadline, e.Operation, e.Category));
        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Timeout_of_a_call_wins_over_that_of_the_client(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        f.Stub.Answer = static _ => s_never.Task;

        var call = f.ReadAsync(new CallOptions { Timeout = TimeSpan.FromSeconds(3) });
        await f.Stub.NextAsync();
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), (await Assert.ThrowsAsync<TimeoutException>(() => call)).Deadline);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Timeout_exception_tells_what_the_attempt_before_ended_with(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        f.Options.TotalTimeout = TimeSpan.FromSeconds(30);
        f.Options.Retry.BaseDelay = TimeSpan.Zero;
        f.Stub.Answer = r => f.Stub.Requests.Count == 1 ? Task.FromResult(new StubReply(503, "").With("TrackingId", "before-1")) : s_never.Task;

        var call = f.ReadAsync();
        await f.Stub.NextAsync();
        await f.Stub.NextAsync();
        clock.Advance(TimeSpan.FromSeconds(30));

        var e = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal(("before-1", 503), (e.TrackingId, e.HttpStatus));
        Assert.IsType<ApiException>(e.InnerException);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Pause_that_would_pass_the_deadline_is_not_begun_and_the_error_comes_out_at_once(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        f.Options.TotalTimeout = TimeSpan.FromSeconds(10);
        f.Stub.Script(Replies.Fault(transport, 429, 117, "CallRateExceeded").With("Retry-After", "11"));

        var e = await Assert.ThrowsAsync<ThrottledException>(() => f.ReadAsync());

        Assert.Equal(TimeSpan.FromSeconds(11), e.RetryAfter);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Sign_in_service_that_hangs_does_not_hold_a_call_beyond_its_deadline(ApiTransport transport)
    {
        var clock = new FakeTimeProvider();
        await using var f = await ClientFixture.StartAsync(transport, clock);
        var asked = new TaskCompletionSource();
        f.Authorization.Authentication = new TokenSourceAuthentication(async (_, ct) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return "";
        });

        var call = f.ReadAsync(new CallOptions { Timeout = TimeSpan.FromSeconds(5) });
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Empty(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Cancellation_ends_the_wait_for_a_sign_in(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        var asked = new TaskCompletionSource();
        f.Authorization.Authentication = new TokenSourceAuthentication(async (_, _) =>
        {
            asked.SetResult();
            await s_never.Task;
            return "";
        });
        using var cancel = new CancellationTokenSource();

        var call = f.ReadAsync(cancellationToken: cancel.Token);
        await asked.Task;
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task Real_timer_that_is_early_by_part_of_a_millisecond_still_makes_a_timeout_exception()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Answer = static _ => s_never.Task;

        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => f.ReadAsync(new CallOptions { Timeout = TimeSpan.FromMilliseconds(20.9) }));
        }
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Cancellation_ends_a_call_on_its_way(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = static _ => s_never.Task;
        using var cancel = new CancellationTokenSource();

        var call = f.ReadAsync(cancellationToken: cancel.Token);
        await f.Stub.NextAsync();
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Cancelled_token_sends_nothing(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => f.ReadAsync(cancellationToken: new CancellationToken(true)));

        Assert.Empty(f.Stub.Requests);
    }

    [Theory, InlineData(0), InlineData(-5), InlineData(30 * 24 * 3600.0)]
    public void Call_options_refuse_a_timeout_that_no_timer_can_keep(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallOptions { Timeout = TimeSpan.FromSeconds(seconds) });

    /// <summary>Headers at once, and a body that is waited for until the reader gives up.</summary>
    private sealed class EndlessBody : HttpMessageHandler
    {
        private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsReading => _reading.Task;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage { Content = new StreamContent(new Slow(_reading)) };
            response.Headers.Add("TrackingId", "slow-1");
            return Task.FromResult(response);
        }

        private sealed class Slow(TaskCompletionSource reading) : MemoryStream
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                reading.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return 0;
            }
        }
    }
}
