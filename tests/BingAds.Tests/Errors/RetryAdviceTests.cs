using System.Net.Http;
using BingAds.Errors;
using static BingAds.ServiceName;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Tests.Errors;

public class RetryAdviceTests
{
    private static ApiException Fault(int code, string? name, ServiceName service, int status = 500, TimeSpan? retryAfter = null) =>
        ApiException.Create(new ApiFailure { HttpStatus = status, RetryAfter = retryAfter, Errors = [new ApiError { Code = code, Name = name, Service = service }] });

    private static ApiException Status(int status) => ApiException.Create(new ApiFailure { HttpStatus = status });

    [Theory]
    [InlineData(117, "CallRateExceeded", CampaignManagement, 15)]
    [InlineData(207, "ConcurrentRequestOverLimit", ServiceName.Reporting, 15)]
    [InlineData(4204, "BulkServiceNoMoreCallsPermittedForTheTimePeriod", ServiceName.Bulk, 60)]
    [InlineData(3227, "BulkServiceTooManyRequests", ServiceName.Bulk, 60)]
    [InlineData(1010, "CampaignServiceSystemInReadOnlyMode", CampaignManagement, 60)]
    [InlineData(2928, "CampaignServiceCustomerDataBeingMigrated", CampaignManagement, 60)]
    [InlineData(6114, "ExperimentBaseCampaignIdIsLocked", CampaignManagement, 180)]
    public void Call_that_was_turned_away_is_made_again_be_it_a_read_or_a_write(int code, string name, ServiceName service, int seconds)
    {
        foreach (var isIdempotent in new[] { true, false })
            Assert.Equal(new RetryAdvice(true, TimeSpan.FromSeconds(seconds), true, false), RetryAdvice.For(Fault(code, name, service), isIdempotent));
    }

    [Theory]
    [InlineData(0, "InternalError", CampaignManagement)]
    [InlineData(833, "ServiceTimeOut", AdInsight)]
    [InlineData(2208, null, CustomerManagement)]
    public void Passing_fault_is_repeated_for_reads_alone(int code, string? name, ServiceName service)
    {
        Assert.Equal(new RetryAdvice(true, TimeSpan.FromSeconds(1), false, false), RetryAdvice.For(Fault(code, name, service), true));
        Assert.Equal(TimeSpan.FromSeconds(4), RetryAdvice.For(Fault(code, name, service), true, 3).MinimumWait);
        Assert.Equal(new RetryAdvice(false, null, false, false), RetryAdvice.For(Fault(code, name, service), false));
    }

    [Fact]
    public void Call_rate_waits_grow_until_the_window_has_passed()
    {
        var waits = Enumerable.Range(1, 6).Select(static n => RetryAdvice.For(Fault(117, "CallRateExceeded", CampaignManagement), false, n).MinimumWait!.Value.TotalSeconds);

        Assert.Equal([15, 20, 25, 30, 30, 30], waits);
    }

    [Fact]
    public void Bulk_quota_waits_grow_to_a_quarter_of_an_hour()
    {
        var waits = new[] { 1, 2, 4, 5, 100, int.MaxValue }.Select(static n => RetryAdvice.For(Fault(4204, null, ServiceName.Bulk), true, n).MinimumWait!.Value.TotalMinutes);

        Assert.Equal([1, 2, 8, 15, 15, 15], waits);
    }

    [Fact]
    public void Retry_After_of_the_service_wins()
    {
        var error = Fault(117, "CallRateExceeded", CampaignManagement, 429, TimeSpan.FromSeconds(42));

        Assert.Equal(TimeSpan.FromSeconds(42), RetryAdvice.For(error, false, 4).MinimumWait);
    }

    [Fact]
    public void Address_line_of_the_customer_services_is_not_taken_for_a_full_queue() =>
        Assert.Equal(default, RetryAdvice.For(Fault(207, null, CustomerManagement), true));

    [Theory]
    [InlineData(429, true, true)]
    [InlineData(500, true, false)]
    [InlineData(502, true, false)]
    [InlineData(503, true, false)]
    [InlineData(504, true, false)]
    [InlineData(408, true, false)]
    [InlineData(400, false, false)]
    [InlineData(403, false, false)]
    [InlineData(404, false, false)]
    [InlineData(501, false, false)]
    public void Status_without_codes_is_repeated_where_it_passes(int status, bool read, bool write)
    {
        Assert.Equal(read, RetryAdvice.For(Status(status), true).Retry);
        Assert.Equal(write, RetryAdvice.For(Status(status), false).Retry);
    }

    [Fact]
    public void Expired_token_is_refreshed_and_not_just_repeated()
    {
        var refresh = new RetryAdvice(false, null, true, true);

        Assert.Equal(refresh, RetryAdvice.For(Fault(109, "AuthenticationTokenExpired", CampaignManagement), false));
        Assert.Equal(refresh, RetryAdvice.For(Status(401), false));
        Assert.False(RetryAdvice.For(Fault(105, "InvalidCredentials", CampaignManagement, 401), true).RefreshToken);
        Assert.False(RetryAdvice.For(Fault(105, "InvalidCredentials", CampaignManagement, 401), true).Retry);
    }

    [Fact]
    public void Incomplete_report_data_is_for_the_caller_to_decide()
    {
        var error = Fault(2004, "ReportingServiceNoCompleteDataAvaliable", ServiceName.Reporting);

        Assert.True(error.IsTransient);
        Assert.False(RetryAdvice.For(error, true).Retry);
    }

    [Fact]
    public void Caller_errors_are_never_repeated()
    {
        foreach (var info in ErrorCodes.All().Where(static i => !i.IsTransient && i.Code != ErrorCodes.AuthenticationTokenExpired))
            Assert.False(RetryAdvice.For(Fault(info.Code, info.Name, info.Services[0], 400), true).Retry, info.ToString());
    }

    [Fact]
    public void Writes_are_repeated_only_where_the_service_surely_did_nothing()
    {
        foreach (var info in ErrorCodes.All())
        {
            var advice = RetryAdvice.For(Fault(info.Code, info.Name, info.Services[0]), false);
            Assert.True(!advice.Retry || advice.SurelyDidNothing, info.ToString());
        }
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.ProxyTunnelError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public void Lost_call_is_repeated_for_writes_only_when_it_was_never_sent(HttpRequestError cause, bool write)
    {
        var error = TransportException.From(new HttpRequestException(cause), "AddCampaigns");

        Assert.True(RetryAdvice.For(error, true).Retry);
        Assert.Equal(write, RetryAdvice.For(error, false).Retry);
        Assert.Equal(write, RetryAdvice.For(error, false).SurelyDidNothing);
    }

    [Fact]
    public void Failed_sign_in_sent_no_call_so_a_write_can_follow_when_it_passes()
    {
        var busy = new OAuthTokenRequestException("temporarily_unavailable", null, System.Net.HttpStatusCode.ServiceUnavailable);
        var refused = new OAuthTokenRequestException("invalid_grant", null, System.Net.HttpStatusCode.BadRequest);

        Assert.Equal(new RetryAdvice(true, null, true, false), RetryAdvice.For(busy, false));
        Assert.Equal(new RetryAdvice(false, null, true, false), RetryAdvice.For(refused, true));
        Assert.Equal(503, busy.HttpStatus);
    }

    [Fact]
    public void What_is_over_is_over()
    {
        Assert.Equal(default, RetryAdvice.For(new TimeoutException("GetUser", TimeSpan.FromMinutes(1)), true));
        var partial = new PartialErrorException(new PartialErrors([new ItemError(0, null, new ApiError { Code = 0, Name = "InternalError" })]));
        Assert.True(partial.IsTransient);
        Assert.Equal(default, RetryAdvice.For(partial, true));
    }

    [Fact]
    public void Broken_answer_is_read_again_only_when_it_broke_off()
    {
        Assert.False(RetryAdvice.For(new BrokenResponseException("x"), true).Retry);
        Assert.True(RetryAdvice.For(new BrokenResponseException("x") { IsTruncated = true }, true).Retry);
        Assert.False(RetryAdvice.For(new BrokenResponseException("x") { IsTruncated = true }, false).Retry);
    }
}
