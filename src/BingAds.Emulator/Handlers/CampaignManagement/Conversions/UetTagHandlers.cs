using System.Globalization;
using System.Security.Cryptography;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Tags for web pages. They can't be deleted: the service has no operation for it.</summary>
internal static class UetTagHandlers
{
    private static EntityFamily<UetTag> Family => ConversionFamilies.UetTags;

    public static void Register(HandlerTable table)
    {
        table.Add<AddUetTagsRequest, AddUetTagsResponse>(Add);
        table.Add<UpdateUetTagsRequest, UpdateUetTagsResponse>(Update);
        table.Add<GetUetTagsByIdsRequest, GetUetTagsByIdsResponse>(GetByIds);
        table.Add<GetUetTagAuthKeyRequest, GetUetTagAuthKeyResponse>(GetAuthKey);
    }

    private static AddUetTagsResponse Add(CallContext call, AddUetTagsRequest request)
    {
        var rules = new UetTagsOfCustomer(call, new ItemErrors());
        var ids = Family.Add(request.UetTags, rules);
        return new() { UetTags = [.. ids.Select((id, i) => id is null ? null : UetTagScripts.Fill(request.UetTags![i]))], PartialErrors = rules.Errors.List };
    }

    private static UpdateUetTagsResponse Update(CallContext call, UpdateUetTagsRequest request)
    {
        var rules = new UetTagsOfCustomer(call, new ItemErrors());
        Family.Update(request.UetTags, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetUetTagsByIdsResponse GetByIds(CallContext call, GetUetTagsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var tags = request.TagIds is null
            ? Family.Children(call, call.Account.Customer)
            : Family.Get(call, call.Account.Customer, request.TagIds, errors);
        return new() { UetTags = tags.ConvertAll(static t => t is null ? null : UetTagScripts.Fill(t)), PartialErrors = errors.List };
    }

    private static GetUetTagAuthKeyResponse GetAuthKey(CallContext call, GetUetTagAuthKeyRequest request)
    {
        var errors = new ItemErrors();
        var tag = Family.Locate(call, call.Account.Customer, request.UetTagId, errors);
        return new() { UetTagAuthKey = tag is null ? null : AuthKeyOf(tag.Id), PartialErrors = errors.List };
    }

    /// <summary>Any key, yet always the same for a tag. Nothing is guarded by it.</summary>
    private static string AuthKeyOf(long tag)
        => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(tag.ToString("'uet'0", CultureInfo.InvariantCulture))).AsSpan(0, 16));
}
