using System.Text;
using Microsoft.AspNetCore.Http;

namespace BingAds.Tests.Clients;

/// <summary>What to answer.</summary>
internal sealed record StubReply(int Status, byte[] Body, string? ContentType)
{
    public StubReply(int status, string body, string? contentType = "text/html")
        : this(status, Encoding.UTF8.GetBytes(body), contentType)
    {
    }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection ends before an answer.</summary>
    public bool HangUp { get; init; }

    /// <summary>The connection ends in the middle of the body.</summary>
    public bool Cut { get; init; }

    public static StubReply Hang { get; } = new(200, "") { HangUp = true };

    public StubReply With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };

    public async Task SendAsync(HttpContext context)
    {
        if (HangUp)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Status != 204)
        {
            context.Response.ContentLength = Body.Length;
            await context.Response.Body.WriteAsync(Cut ? Body.AsMemory(0, Body.Length / 2) : Body);
        }

        if (Cut)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}
