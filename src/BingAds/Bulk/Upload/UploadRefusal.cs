using System.Text.Json;
using BingAds.Errors;
using BingAds.Transport;

namespace BingAds.Bulk.Upload;

/// <summary>What an upload address says when it refuses a file: one object of its own form, or a fault like that of any operation.</summary>
internal readonly record struct UploadRefusal(ApiError? Error, string? TrackingId)
{
    private const int MaxDepth = 16;

    public static UploadRefusal Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(FaultReader.WithoutMark(body), new JsonDocumentOptions { MaxDepth = MaxDepth });
            string? name = null, message = null, trackingId = null;
            int? code = null;
            foreach (var member in document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.EnumerateObject() : default)
            {
                var text = member.Value.ValueKind switch
                {
                    JsonValueKind.String => member.Value.GetString(),
                    JsonValueKind.Number => member.Value.GetRawText(),
                    _ => null,
                };
                switch (member.Name.ToUpperInvariant())
                {
                    case "CODE":
                        code = int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
                        break;
                    case "ERRORCODE":
                        name = text;
                        break;
                    case "MESSAGE":
                        message = text;
                        break;
                    case "TRACKINGID":
                        trackingId = text;
                        break;
                }
            }

            var error = code is null && name is null
                ? FaultReader.ReadJson(body, ServiceName.Bulk, MaxDepth)?.Errors.FirstOrDefault()
                : new ApiError { Code = code, Name = name, Message = message, Service = ServiceName.Bulk, Kind = ApiErrorKind.OperationError };
            return new UploadRefusal(error, trackingId);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
