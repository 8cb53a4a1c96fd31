using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using BingAds.Errors;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Tests.Errors;

public class SdkExceptionTests
{
    public static TheoryData<Exception, TransportFailure> Causes => new()
    {
        { new HttpRequestException(HttpRequestError.NameResolutionError), TransportFailure.NameResolution },
        { new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException(10061)), TransportFailure.Connect },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), TransportFailure.Tls },
        { new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), TransportFailure.Connect },
        { new HttpRequestException("x", new SocketException((int)SocketError.HostNotFound)), TransportFailure.NameResolution },
        { new HttpRequestException("x", new IOException("x", new SocketException((int)SocketError.ConnectionReset))), TransportFailure.Connection },
        { new HttpRequestException("x", new HttpIOException(HttpRequestError.ResponseEnded)), TransportFailure.Response },
        { new TaskCanceledException("x", new System.TimeoutException()), TransportFailure.AttemptTimeout },
        { new IOException("x"), TransportFailure.Connection },
        { new InvalidOperationException("x"), TransportFailure.Unknown },
    };

    [Theory, MemberData(nameof(Causes))]
    public void TransportException_finds_where_the_call_was_lost(Exception cause, TransportFailure expected)
    {
        var error = TransportException.From(cause, "GetUser", ServiceName.CustomerManagement);

        Assert.Equal(expected, error.Failure);
        Assert.Equal((ErrorCategory.Transport, true), (error.Category, error.IsTransient));
        Assert.Equal(("GetUser", ServiceName.CustomerManagement), (error.Operation, error.Service!.Value));
        Assert.StartsWith("GetUser failed: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TransportException_of_a_real_refused_connection_was_surely_not_sent()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new HttpClient();

        var cause = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken));

        Assert.True(TransportException.From(cause).SurelyNotSent);
    }

    [Fact]
    public void Wrong_certificate_does_not_pass_by_itself() =>
        Assert.False(TransportException.From(new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException("name mismatch"))).IsTransient);

    [Fact]
    public void TimeoutException_tells_the_deadline_and_the_last_failure()
    {
        var last = ApiException.Create(new ApiFailure { Operation = "GetUser", Errors = [new ApiError { Code = 117, Name = "CallRateExceeded" }] });

        var error = new TimeoutException("GetUser", TimeSpan.FromSeconds(90), last);

        Assert.StartsWith("GetUser took longer than the 90 s allowed in all. The last attempt: GetUser failed: 117 CallRateExceeded", error.Message, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.Timeout, false, TimeSpan.FromSeconds(90)), (error.Category, error.IsTransient, error.Deadline));
        Assert.Equal(117, Assert.Single(error.Errors).Code);
    }

    [Fact]
    public void BrokenResponseException_says_what_where_and_of_which_call()
    {
        var found = new BrokenResponseException("The JSON ends too early.") { Line = 3, Position = 14, Path = "$.Campaigns[0]", Limit = "MaxDepth", IsTruncated = true };

        var error = found.WithCall("GetUser", ServiceName.CustomerManagement, 200, "text/html", "track-1", "<html>Bearer abc</html>");

        Assert.Equal(
            "GetUser failed: The JSON ends too early. (line 3, place 14, at $.Campaigns[0], limit MaxDepth, HTTP 200, text/html, TrackingId track-1)\n  Body: <html>Bearer ***</html>",
            error.Message);
        Assert.Same(found, error.InnerException);
        Assert.Contains("line 3", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((3, 14, "$.Campaigns[0]", "MaxDepth", true), (error.Line, error.Position, error.Path, error.Limit, error.IsTransient));
        Assert.Equal("x (byte 7)", new BrokenResponseException("x") { Position = 7 }.Message);
    }

    [Fact]
    public void File_exceptions_show_the_real_cause_and_take_over_what_it_knows()
    {
        var cause = ApiException.Create(new ApiFailure
        {
            Operation = "GetBulkUploadUrl", Service = ServiceName.Bulk, HttpStatus = 429, TrackingId = "track-1", RetryAfter = TimeSpan.FromSeconds(9),
            Errors = [new ApiError { Code = 4204, Name = "BulkServiceNoMoreCallsPermittedForTheTimePeriod", Service = ServiceName.Bulk }],
        });
        SdkException[] errors = [new FileUploadException("The file could not be uploaded.", cause), new FileDownloadException("The file could not be downloaded.", cause)];

        foreach (var error in errors)
        {
            Assert.Contains("4204 BulkServiceNoMoreCallsPermittedForTheTimePeriod", error.Message, StringComparison.Ordinal);
            Assert.Equal((ErrorCategory.Throttled, true, "track-1", 429, "GetBulkUploadUrl"), (error.Category, error.IsTransient, error.TrackingId, error.HttpStatus!.Value, error.Operation));
            Assert.Equal(4204, Assert.Single(error.Errors).Code);
            Assert.Equal(TimeSpan.FromSeconds(9), error.RetryAfter);
        }

        var plain = new FileDownloadException("The archive has no file.");
        Assert.Equal((ErrorCategory.File, false, "The archive has no file."), (plain.Category, plain.IsTransient, plain.Message));
    }

    [Fact]
    public void Family_has_one_base_and_one_namespace()
    {
        var all = typeof(SdkException).Assembly.GetExportedTypes().Where(static t => t.IsAssignableTo(typeof(Exception))).ToList();

        Assert.All(all, static t => Assert.True(t.IsAssignableTo(typeof(SdkException)), t.Name));
        Assert.All(all, static t => Assert.Equal("BingAds.Errors", t.Namespace));
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(ApiException), typeof(ThrottledException), typeof(CredentialsException), typeof(PermissionException), typeof(PartialErrorException),
                typeof(TransportException), typeof(TimeoutException), typeof(BrokenResponseException), typeof(FileDownloadException), typeof(FileUploadException),
                typeof(OAuthTokenRequestException),
            },
            all.ToHashSet());
    }
}
