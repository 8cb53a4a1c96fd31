using System.IO.Compression;
using System.Text;
using BingAds.Emulator.Handlers.CampaignManagement.ReferenceData;
using BingAds.Emulator.Rules.Criterions;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Files;

/// <summary>Files of what the service knows of the world. Their addresses need no token, like those that the service gives.</summary>
internal static class ReferenceFiles
{
    private const string Root = "/reference/";

    public static string OfProfiles(string type, string locale) => $"{Root}profiles/{type}-{locale}.csv";

    public static string OfPlaces(string version, string locale, bool isPacked) => $"{Root}places/{version}-{locale}.csv{(isPacked ? ".gz" : "")}";

    /// <summary>The text at an address, and whether it is to be packed; null when there is no such file.</summary>
    public static RequestDelegate? Find(string path)
    {
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return null;
        var isPacked = path.EndsWith(".gz", StringComparison.Ordinal);
        var parts = path[Root.Length..].Split('/');
        if (parts is not [var kind, var name])
            return null;
        var text = kind switch
        {
            "profiles" => ProfileText(name.Split('-')[0]),
            "places" => PlaceText(),
            _ => null,
        };
        return text is null ? null : context => WriteAsync(context, text, isPacked);
    }

    private static string ProfileText(string type)
        => string.Concat(Profiles.Of(type).Select(static p => $"{p.Id},\"{p.Name}\",Active\r\n").Prepend("Profile Id,Profile Name,Status\r\n"));

    private static string PlaceText()
        => string.Concat(Places.Countries.Select(static p => $"{p.Id},\"{p.Name}\",Country,,Active,\r\n").Prepend("Location Id,Bing Display Name,Location Type,Replaces,Status,AdWords Location Id\r\n"));

    private static async Task WriteAsync(HttpContext context, string text, bool isPacked)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (isPacked)
        {
            using var buffer = new MemoryStream();
            using (var packer = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
            {
                packer.Write(bytes);
            }

            bytes = buffer.ToArray();
        }

        context.Response.ContentType = isPacked ? "application/gzip" : "text/csv; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
