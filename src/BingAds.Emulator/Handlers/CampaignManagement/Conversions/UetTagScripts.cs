using System.Globalization;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>What is to be put into web pages for a tag.</summary>
internal static class UetTagScripts
{
    // A name that leads nowhere: pages under test must not report to the real service.
    private const string Collector = "https://uet.emulator.test";

    public static UetTag Fill(UetTag tag)
    {
        var id = tag.Id!.Value.ToString(CultureInfo.InvariantCulture);
        tag.TrackingScript = $$"""<script>window.uetq=window.uetq||[];(function(d){var s=d.createElement("script");s.async=true;s.src="{{Collector}}/bat.js";s.onload=function(){window.uetq=new UET({ti:"{{id}}",q:window.uetq});window.uetq.push("pageLoad");};d.head.appendChild(s);})(document);</script>""";
        tag.TrackingNoScript = $"""<noscript><img src="{Collector}/action/0?ti={id}&amp;Ver=2" width="0" height="0" alt=""></noscript>""";
        return tag;
    }
}
