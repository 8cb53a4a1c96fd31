using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BingAds.Emulator;

/// <summary>What the parts that answer a request write down for the journal.</summary>
internal sealed class RequestNotes
{
    public required string Call { get; init; }

    public required string Transport { get; init; }

    public required long Number { get; init; }

    public List<int> Codes { get; } = [];

    public string? TrackingId { get; set; }

    /// <summary>The status planned for the job that the call starts or asks for.</summary>
    public string? PlannedStatus { get; set; }

    /// <summary>The connection is broken on purpose, so there is no status.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Puts what is known by now into the journal.</summary>
    public required Action<RequestNotes> Publish { get; init; }

    /// <summary>To be called before the connection breaks: who sees that must find it in the journal.</summary>
    public void Break()
    {
        IsBroken = true;
        Publish(this);
    }

    public static RequestNotes Of(HttpContext context) => context.Features.GetRequiredFeature<RequestNotes>();

    public JournalEntry ToEntry(HttpContext context, DateTimeOffset time) => new()
    {
        Number = Number,
        Time = time,
        Call = Call,
        Transport = Transport,
        Method = context.Request.Method,
        Path = context.Request.Path.Value ?? "/",
        Headers = SecretHeaders.Mask(context.Request.Headers),
        BodyLength = context.Request.ContentLength,
        Status = IsBroken ? 0 : context.Response.StatusCode,
        Codes = Codes,
        TrackingId = TrackingId,
    };
}
