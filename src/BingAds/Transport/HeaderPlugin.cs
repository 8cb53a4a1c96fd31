namespace BingAds;

/// <summary>A message plug-in that remembers the headers of the last reply: those of the SOAP envelope, or of HTTP over REST.</summary>
/// <example>
/// <code>
/// var plugin = new HeaderPlugin();
/// var client = new CampaignManagementClient(authorization, new() { Plugins = { plugin } });
/// await client.GetCampaignsByAccountIdAsync(request);
/// var trackingId = plugin.GetResponseHeader()["TrackingId"];
/// </code>
/// </example>
public sealed class HeaderPlugin : IMessagePlugin
{
    private volatile ResponseHeaders _last = ResponseHeaders.Empty;

    /// <summary>The headers of the last reply, of whichever call; empty before the first one.</summary>
    public ResponseHeaders GetResponseHeader() => _last;

    /// <inheritdoc/>
    public void Parsed(MessageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var header = context.Xml?.Root?.Elements().FirstOrDefault(static e => e.Name.LocalName == "Header");
        _last = header is null
            ? context.Headers
            : new ResponseHeaders(header.Elements().Select(static e => new KeyValuePair<string, string>(e.Name.LocalName, e.Value)));
    }
}
