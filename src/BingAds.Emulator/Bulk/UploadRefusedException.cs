namespace BingAds.Emulator.Bulk;

/// <summary>The POST of a file is refused.</summary>
internal sealed class UploadRefusedException(int code, int status = 400) : Exception($"The upload is refused with {code}.")
{
    public int Code { get; } = code;

    public int Status { get; } = status;
}
