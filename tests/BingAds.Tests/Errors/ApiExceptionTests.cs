using BingAds.Errors;

namespace BingAds.Tests.Errors;

public class ApiExceptionTests
{
    private static ApiFailure Failure(int? status, params ApiError[] errors) => new()
    {
        Operation = "AddCampaigns",
        Service = ServiceName.CampaignManagement,
        HttpStatus = status,
        TrackingId = "track-1",
        Errors = errors,
    };

    private static ApiError Error(int code, string? name = null, string? message = null, ServiceName service = ServiceName.CampaignManagement) =>
        new() { Code = code, Name = name, Message = message, Service = service };

    [Fact]
    public void Message_says_operation_code_name_words_TrackingId_and_advice_on_one_line()
    {
        var error = ApiException.Create(Failure(400, Error(1102, "CampaignServiceInvalidAccountId", "The account id is wrong.")));

        Assert.Equal(
            "AddCampaigns failed: 1102 CampaignServiceInvalidAccountId: The account id is wrong. (TrackingId track-1, HTTP 400). "
            + "Give the numeric account id, not the account number, and one that this user can reach.",
            error.Message);
        Assert.Equal(ErrorCategory.NotFound, error.Category);
        Assert.False(error.IsTransient);
        Assert.True(error.Has(ErrorCodes.CampaignInvalidAccountId));
    }

    [Fact]
    public void Message_names_the_account_and_customer_that_were_sent()
    {
        var error = ApiException.Create(new ApiFailure { Operation = "GetUser", AccountId = 8001, CustomerId = 7001, Errors = [Error(106, "UserIsNotAuthorized")] });

        Assert.Contains("account 8001, customer 7001", error.Message, StringComparison.Ordinal);
        Assert.Equal((8001, 7001), (error.AccountId, error.CustomerId));
    }

    [Fact]
    public void ToString_shows_every_real_code_and_not_the_umbrella_text_alone()
    {
        var error = ApiException.Create(new ApiFailure
        {
            Operation = "SubmitGenerateReport",
            Service = ServiceName.Reporting,
            Message = "Invalid client data. Check the SOAP fault details for more information.",
            Errors =
            [
                new ApiError { Code = 2018, Name = "ReportingServiceInvalidAccountIdInCampaignReportScope", Details = "8001", Index = 0, Kind = ApiErrorKind.BatchError },
                new ApiError { Code = 2003, Name = "ReportingServiceAccountNotAuthorized", Kind = ApiErrorKind.OperationError },
                new ApiError { Code = 99999, Name = "SomethingNew", FieldPath = "A.B" },
            ],
        });

        var text = error.ToString();
        Assert.StartsWith("BingAds.Errors.PermissionException: SubmitGenerateReport failed: 2003 ReportingServiceAccountNotAuthorized (and 2 more)", text, StringComparison.Ordinal);
        Assert.Contains("BatchError: 2018 ReportingServiceInvalidAccountIdInCampaignReportScope; details 8001; index 0", text, StringComparison.Ordinal);
        Assert.Contains("99999 SomethingNew; field A.B", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invalid client data", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_shows_what_review_refused()
    {
        var error = ApiException.Create(Failure(400, new ApiError
        {
            Code = 1042, Name = "CampaignServiceEditorialValidationError", Kind = ApiErrorKind.EditorialError, Index = 3, ReasonCode = 17,
            Location = "AdTitle", DisapprovedText = "best!!!", PublisherCountry = "US", Appealable = true,
        }));

        Assert.Equal(ErrorCategory.Editorial, error.Category);
        Assert.Contains("index 3; reason 17; location AdTitle; disapproved best!!!; country US; appealable yes", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(105, "InvalidCredentials", 400, typeof(CredentialsException))]
    [InlineData(109, "AuthenticationTokenExpired", 500, typeof(CredentialsException))]
    [InlineData(106, "UserIsNotAuthorized", 200, typeof(PermissionException))]
    [InlineData(117, "CallRateExceeded", 500, typeof(ThrottledException))]
    [InlineData(4204, "BulkServiceNoMoreCallsPermittedForTheTimePeriod", 400, typeof(ThrottledException))]
    [InlineData(1100, "CampaignServiceInvalidCampaignId", 429, typeof(ApiException))]
    [InlineData(0, "InternalError", 401, typeof(ApiException))]
    [InlineData(99999, "SomethingNew", 401, typeof(CredentialsException))]
    [InlineData(99999, "SomethingNew", 403, typeof(PermissionException))]
    [InlineData(99999, "SomethingNew", 429, typeof(ThrottledException))]
    [InlineData(99999, "SomethingNew", 500, typeof(ApiException))]
    public void Create_picks_the_class_by_codes_first_and_by_status_then(int code, string name, int status, Type expected) =>
        Assert.IsType(expected, ApiException.Create(Failure(status, Error(code, name))));

    [Fact]
    public void Create_tells_too_many_reports_from_a_wrong_address_line()
    {
        var reports = ApiException.Create(Failure(400, Error(207, "ConcurrentRequestOverLimit", service: ServiceName.Reporting)));
        var address = ApiException.Create(Failure(400, Error(207, service: ServiceName.CustomerManagement)));

        Assert.IsType<ThrottledException>(reports);
        Assert.True(reports.IsTransient);
        Assert.IsType<ApiException>(address);
        Assert.False(address.IsTransient);
        Assert.Equal(ErrorCategory.Validation, address.Category);
    }

    [Theory]
    [InlineData(400, ErrorCategory.Validation, false)]
    [InlineData(401, ErrorCategory.Credentials, false)]
    [InlineData(403, ErrorCategory.Permission, false)]
    [InlineData(404, ErrorCategory.NotFound, false)]
    [InlineData(407, ErrorCategory.Credentials, false)]
    [InlineData(408, ErrorCategory.Service, true)]
    [InlineData(409, ErrorCategory.Conflict, false)]
    [InlineData(418, ErrorCategory.Validation, false)]
    [InlineData(429, ErrorCategory.Throttled, true)]
    [InlineData(500, ErrorCategory.Service, true)]
    [InlineData(501, ErrorCategory.Service, false)]
    [InlineData(502, ErrorCategory.Service, true)]
    [InlineData(503, ErrorCategory.Service, true)]
    [InlineData(504, ErrorCategory.Service, true)]
    [InlineData(302, ErrorCategory.Unknown, false)]
    [InlineData(null, ErrorCategory.Unknown, false)]
    public void Create_goes_by_the_status_when_a_gateway_answers(int? status, ErrorCategory category, bool isTransient)
    {
        foreach (var body in new[] { null, "", "  \r\n", "Access denied by gateway", "<html><body>no</body></html>", "{\"half\":" })
        {
            var error = ApiException.Create(new ApiFailure { Operation = "GetUser", HttpStatus = status, Body = body });

            Assert.Equal(category, error.Category);
            Assert.Equal(isTransient, error.IsTransient);
            Assert.Equal(status, error.HttpStatus);
            Assert.Empty(error.Errors);
            Assert.Equal(body?.Trim(), error.BodySnippet);
            Assert.Contains(status is null ? "no error code was sent" : $"HTTP {status}", error.Message, StringComparison.Ordinal);
            if (!string.IsNullOrWhiteSpace(body))
                Assert.Contains(body, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, "named no error")]
    [InlineData(200, "named no error")]
    [InlineData(302, "leads elsewhere")]
    [InlineData(401, "refresh it")]
    [InlineData(403, "permissions")]
    [InlineData(404, "base address")]
    [InlineData(501, "other transport")]
    [InlineData(407, "proxy")]
    [InlineData(503, "repeat later")]
    [InlineData(429, "Wait, then repeat")]
    [InlineData(400, "Change the request")]
    public void Advice_fits_an_answer_without_codes(int? status, string expected)
    {
        var error = ApiException.Create(new ApiFailure { HttpStatus = status });

        Assert.Contains(expected, error.Advice, StringComparison.Ordinal);
        Assert.EndsWith(error.Advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsTransient_needs_every_error_to_pass()
    {
        Assert.True(ApiException.Create(Failure(429, Error(117, "CallRateExceeded"), Error(0, "InternalError"))).IsTransient);
        Assert.False(ApiException.Create(Failure(429, Error(117, "CallRateExceeded"), Error(1101, "CampaignServiceInvalidCampaignName"))).IsTransient);
        Assert.False(ApiException.Create(Failure(500, Error(99999, "SomethingNew"))).IsTransient);
    }

    [Fact]
    public void Exception_keeps_all_that_is_known_and_no_later_change()
    {
        var errors = new List<ApiError> { Error(117, "CallRateExceeded") };
        var headers = new ResponseHeaders([KeyValuePair.Create("Retry-After", "60")]);
        var error = ApiException.Create(new ApiFailure
        {
            Operation = "GetUser", Service = ServiceName.CustomerManagement, HttpStatus = 429, TrackingId = "t", FaultType = "AdApiFaultDetail",
            RetryAfter = TimeSpan.FromSeconds(60), Headers = headers, Errors = errors,
        });
        errors.Clear();

        Assert.Equal(117, Assert.Single(error.Errors).Code);
        Assert.Equal(("GetUser", ServiceName.CustomerManagement, 429, "t", "AdApiFaultDetail"), (error.Operation, error.Service!.Value, error.HttpStatus!.Value, error.TrackingId, error.FaultType));
        Assert.Equal(TimeSpan.FromSeconds(60), error.RetryAfter);
        Assert.Same(headers, error.ResponseHeaders);
        Assert.Contains("retry after 60 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("within 60 seconds", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_without_code_or_name_is_still_told()
    {
        var error = ApiException.Create(Failure(400, new ApiError { Message = "Something\r\n  broke" }));

        Assert.StartsWith("AddCampaigns failed: no code: Something broke (TrackingId track-1, HTTP 400).", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.Unknown, error.Category);
    }
}
