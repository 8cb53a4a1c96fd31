using System.Text;
using BingAds.Transport;

namespace BingAds.Services;

/// <summary>The start of a body as text, for the message of an error.</summary>
internal static class BodyText
{
    /// <param name="reply">Whose body.</param>
    /// <param name="sent">What was sent with the request: a gateway may say its credentials back.</param>
    public static string? Start(HttpReply reply, RequestHeaders sent)
    {
        if (reply.Body.Length == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(reply.Body.Span[..Math.Min(reply.Body.Length, 1024)]);
        text = Without(text, sent.AccessToken);
        text = Without(text, sent.Find("DeveloperToken"));
        return Without(text, sent.Find("Password"));
    }

    private static string Without(string text, string? secret) =>
        string.IsNullOrEmpty(secret) ? text : text.Replace(secret, "***", StringComparison.Ordinal);
}
