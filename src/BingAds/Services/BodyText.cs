using System.Text;
using BingAds.Transport;

namespace BingAds.Services;

/// <summary>The start of a body as text, for the message of an error.</summary>
internal static class BodyText
{
    public static string? Start(HttpReply reply) =>
        reply.Body.Length == 0 ? null : Encoding.UTF8.GetString(reply.Body.Span[..Math.Min(reply.Body.Length, 1024)]);
}
