using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using BingAds.Errors;
using BingAds.Testing;
using BingAds.Tests.Authorization;
using Microsoft.Extensions.Logging;

namespace BingAds.Tests.Clients;

/// <summary>Logs, traces and metrics: what they tell, and that they tell no secret.</summary>
public class TelemetryTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Transports))]
    public async Task Logs_tell_begin_end_retry_and_failure_by_their_ids(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        var logs = new RecordingLoggers();
        f.Options.LoggerFactory = logs;
        f.Stub.Script(new StubReply(503, ""), f.Good(), Replies.Fault(transport, 403, 106, "UserIsNotAuthorized"));

        await f.ReadAsync();
        await Assert.ThrowsAsync<PermissionException>(() => f.ReadAsync());

        Assert.Equal(
            [(1, LogLevel.Debug), (4, LogLevel.Information), (2, LogLevel.Debug), (1, LogLevel.Debug), (3, LogLevel.Warning)],
            logs.Lines.Select(static l => (l.Id, l.Level)));
        Assert.All(logs.Lines, static l => Assert.Equal("BingAds", l.Category));
        Assert.All(logs.Lines, static l => Assert.Contains("CampaignManagement.GetCampaignsByAccountId", l.Text, StringComparison.Ordinal));
        Assert.Contains("(attempt 2)", logs.Lines.ElementAt(1).Text, StringComparison.Ordinal);
        Assert.Contains("Code=106", logs.Lines.Last().Text, StringComparison.Ordinal);
        Assert.Contains($"TrackingId={Replies.Track}", logs.Lines.Last().Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Activity_and_metrics_tell_operation_attempts_and_failure(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        using var listener = new Listener();
        f.Stub.Script(new StubReply(503, ""), f.Good(), Replies.Fault(transport, 403, 106, "UserIsNotAuthorized"));
        using (listener.Begin())
        {
            await f.ReadAsync();
            await Assert.ThrowsAsync<PermissionException>(() => f.ReadAsync());
        }

        var (good, bad) = (listener.Activities[0], listener.Activities[1]);
        Assert.Equal(("CampaignManagement.GetCampaignsByAccountId", ActivityKind.Client, ActivityStatusCode.Unset), (good.DisplayName, good.Kind, good.Status));
        Assert.Equal(
            ("CampaignManagement", "GetCampaignsByAccountId", transport == ApiTransport.Soap ? "soap" : "rest", 2, Replies.Track),
            (good.GetTagItem("rpc.service"), good.GetTagItem("rpc.method"), good.GetTagItem("bingads.transport"), good.GetTagItem("bingads.attempts"), good.GetTagItem("bingads.tracking_id")));
        Assert.Equal((ActivityStatusCode.Error, "Permission"), (bad.Status, bad.StatusDescription));
        Assert.Equal(
            (nameof(PermissionException), 106, transport == ApiTransport.Rest ? 403 : 500),
            (bad.GetTagItem("error.type"), bad.GetTagItem("bingads.error_code"), bad.GetTagItem("http.response.status_code")));

        Assert.Contains(listener.Measurements, static m => m is { Name: "bingads.call.retries", Value: 1 });
        Assert.Contains(listener.Measurements, static m => m.Name == "bingads.call.duration" && m.Tags.Contains("error.type=PermissionException") && m.Tags.Contains("rpc.method=GetCampaignsByAccountId"));
    }

    [Fact]
    public async Task Raw_call_tells_the_transport_that_it_takes()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Soap);
        using var listener = new Listener();
        f.Stub.Script(new StubReply(200, "{}", "application/json"));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        using (listener.Begin())
        {
            await service.CallAsync(HttpMethod.Post, "Dreams", cancellationToken: ClientFixture.Ct);
        }

        Assert.Equal("rest", listener.Activities[0].GetTagItem("bingads.transport"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Nothing_that_is_told_holds_a_secret(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        await using var signIn = new SignInFixture(static _ => TokenReply.Tokens(1));
        signIn.Have("at-hush-old", "rt-hush-0");
        f.Authorization.Authentication = signIn.SignIn;
        var logs = new RecordingLoggers();
        f.Options.LoggerFactory = logs;
        using var listener = new Listener();
        var failures = new List<Exception>();
        // A server that says back what it was told.
        string Echo(StubRequest r) => $"{r.Token} {r.Sent("DeveloperToken")} {r.Body}";
        var replies = new Queue<Func<StubRequest, StubReply>>(
        [
            _ => Replies.Expired(transport), r => new StubReply(503, $"<p>Authorization: Bearer {r.Token} DeveloperToken={r.Sent("DeveloperToken")}</p>"), _ => f.Good(),
            r => new StubReply(200, $"<AuthenticationToken>{r.Token}</AuthenticationToken>"), r => new StubReply(400, Echo(r)),
            _ => StubReply.Hang, _ => StubReply.Hang, _ => StubReply.Hang, _ => StubReply.Hang, _ => StubReply.Hang,
        ]);
        f.Stub.Answer = r => Task.FromResult(replies.Dequeue()(r));
        using (listener.Begin())
        using (TraceCollector.Planted())
        {
            await f.ReadAsync();
            for (var i = 0; i < 3; i++)
            {
                failures.Add(await Assert.ThrowsAnyAsync<SdkException>(() => f.ReadAsync()));
            }
        }

        var told = string.Join('\n', logs.Lines.Select(static l => l.Text)
            .Concat(listener.Activities.Select(static a => $"{a.DisplayName} {a.StatusDescription} {string.Join(' ', a.TagObjects)}"))
            .Concat(listener.Measurements.Select(static m => m.Tags))
            .Concat(failures.Select(static e => e.ToString()))
            .Append($"{f.Authorization} {f.Options} {f.Campaigns}"));
        Assert.Contains("GetCampaignsByAccountId", told, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSecrets.Marker, told, StringComparison.Ordinal);
    }

    /// <summary>Hears the source and the meter named BingAds, for the calls made between <see cref="Begin"/> and its end.</summary>
    private sealed class Listener : IDisposable
    {
        private static readonly ActivitySource s_test = new("BingAds.Tests.Root");
        private readonly ActivityListener _activities;
        private readonly MeterListener _meter = new();
        private readonly ConcurrentQueue<Activity> _stopped = new();
        private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measured = new();
        private ActivityTraceId _trace;

        public Listener()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = static s => s.Name is "BingAds" or "BingAds.Tests.Root",
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = _stopped.Enqueue,
            };
            ActivitySource.AddActivityListener(_activities);
            _meter.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "BingAds")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meter.SetMeasurementEventCallback<double>((i, value, tags, _) => Keep(i, value, tags));
            _meter.SetMeasurementEventCallback<long>((i, value, tags, _) => Keep(i, value, tags));
            _meter.Start();
        }

        /// <summary>Those of this test alone: others run beside it.</summary>
        public List<Activity> Activities => [.. _stopped.Where(a => a.Source.Name == "BingAds" && a.TraceId == _trace)];

        public IReadOnlyCollection<(string Name, double Value, string Tags)> Measurements => _measured;

        public Activity Begin()
        {
            var root = s_test.StartActivity("test")!;
            _trace = root.TraceId;
            return root;
        }

        public void Dispose()
        {
            _activities.Dispose();
            _meter.Dispose();
        }

        private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Activity.Current?.TraceId == _trace)
            {
                _measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(static t => $"{t.Key}={t.Value}"))));
            }
        }
    }
}
