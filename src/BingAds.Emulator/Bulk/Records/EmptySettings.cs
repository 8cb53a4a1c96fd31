using System.Collections;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>
/// Settings that are emptied. In an upload they are marked by the word <c>delete_value</c>. In what comes back they look like those never made, since an empty
/// one in an entity of the SDK would write that word.
/// </summary>
internal static class EmptySettings
{
    private const string DeleteValue = "delete_value";

    /// <summary>Texts and lists that the SDK reads as they stand, but that an upload empties by this word: empty, as an update of the service has them.</summary>
    public static void Mark(ApiObject given)
    {
        var members = given.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (given.GetMember(i) is DeleteValue)
                given.SetMember(i, "");
            else if (given.GetMember(i) is List<string> and [DeleteValue])
                given.SetMember(i, new List<string>());
        }
    }

    /// <summary>Drops what is empty.</summary>
    public static void Tidy(ApiObject item)
    {
        var members = item.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (item.GetMember(i) is string { Length: 0 } or ICollection { Count: 0 } or Bid { Amount: null } or CustomParameters { Parameters: not { Count: > 0 } })
                item.SetMember(i, null);
        }
    }
}
