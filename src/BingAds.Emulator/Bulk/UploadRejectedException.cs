using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk;

/// <summary>An uploaded file can't be worked on: the status in which its job ends, and the error that goes with it.</summary>
internal sealed class UploadRejectedException(string status, string details, int? code = null) : Exception(details)
{
    private const string FormatNotSupported = "UploadFileFormatNotSupported";
    private const string RowCountExceeded = "UploadFileRowCountExceeded";

    public string Status { get; } = status;

    public int? Code { get; } = code;

    /// <summary>It is no bulk file, or not packed as one.</summary>
    public static UploadRejectedException Format(string details) => new(FormatNotSupported, details);

    public static UploadRejectedException TooManyRows(int limit) => new(RowCountExceeded, $"The file has more than {limit} rows.", Api.ErrorNumber.BulkRowCountExceeded);

    /// <summary>It is a bulk file whose version is missing or not read.</summary>
    public static UploadRejectedException Version(int code, string details) => new(Job.Failed, details, code);
}
