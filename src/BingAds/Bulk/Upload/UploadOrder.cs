using BingAds.V13.Bulk;

namespace BingAds.Bulk.Upload;

/// <summary>For whom files are uploaded, and what is to come back.</summary>
internal sealed class UploadOrder
{
    public long? AccountId { get; init; }

    public long? CustomerId { get; init; }

    public ResponseMode ResponseMode { get; init; }

    public BulkFileLayout Layout { get; init; }

    public bool HasErrorsOnly => ResponseMode == ResponseMode.ErrorsOnly;

    public CallOptions CallOptions => new() { AccountId = AccountId, CustomerId = CustomerId };

    public BulkUploadOperation Operation(UploadAddress address, long? rows, ServiceClientOptions options) =>
        Operation(address.RequestId, address.TrackingId, rows, options);

    public BulkUploadOperation Operation(string requestId, string? trackingId, long? rows, ServiceClientOptions options) => new()
    {
        RequestId = requestId,
        AccountId = AccountId,
        CustomerId = CustomerId,
        Environment = options.Environment,
        HasErrorsOnly = HasErrorsOnly,
        Layout = Layout,
        RowCount = rows,
        SubmittedAt = options.TimeProvider.GetUtcNow(),
        TrackingId = trackingId,
    };

    public RequestHeaders MakeHeaders(AuthorizationData authorization, Authentication? authentication)
    {
        var headers = new RequestHeaders(HeaderTarget.Upload);
        headers.SetDeveloperToken(authorization.DeveloperToken);
        headers.SetCustomerId(CustomerId);
        headers.SetAccountId(AccountId);
        authentication?.EnrichHeaders(headers);
        return headers;
    }
}
