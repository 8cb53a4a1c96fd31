using System.Globalization;
using System.Security.Cryptography;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Labels of an account.</summary>
internal static class LabelHandlers
{
    private const int MaxName = 80;
    private const int MaxDescription = 200;
    private const int NameInvalid = 5406;
    private const int NameTooLong = 5407;
    private const int DescriptionTooLong = 5409;
    private const int ColorInvalid = 5410;
    private const int DescriptionInvalid = 5411;

    private static EntityFamily<Label> Family => CampaignFamilies.Labels;

    public static void Register(HandlerTable table)
    {
        table.Add<AddLabelsRequest, AddLabelsResponse>(Add);
        table.Add<UpdateLabelsRequest, UpdateLabelsResponse>(Update);
        table.Add<DeleteLabelsRequest, DeleteLabelsResponse>(Delete);
        table.Add<GetLabelsByIdsRequest, GetLabelsByIdsResponse>(GetByIds);
    }

    private static AddLabelsResponse Add(CallContext call, AddLabelsRequest request)
    {
        var errors = new ItemErrors();
        var ids = Family.Add(call, call.Account.Id, request.Labels, errors, label =>
        {
            label.ColorCode ??= ColorFor(label.Name);
            Check(label, errors);
        });
        return new() { LabelIds = ids, PartialErrors = errors.List };
    }

    private static UpdateLabelsResponse Update(CallContext call, UpdateLabelsRequest request)
    {
        var errors = new ItemErrors();
        Family.Update(
            call,
            call.Account.Id,
            request.Labels,
            errors,
            (_, given) =>
            {
                errors.Require(given.Name is null or { Length: > 0 }, NameInvalid);
                errors.Require(given.ColorCode is null or { Length: > 0 }, ColorInvalid);
            },
            change => Check(change.After, errors));
        return new() { PartialErrors = errors.List };
    }

    private static DeleteLabelsResponse Delete(CallContext call, DeleteLabelsRequest request)
    {
        var errors = new ItemErrors();
        Family.Delete(call, call.Account.Id, request.LabelIds, errors);
        return new() { PartialErrors = errors.List };
    }

    private static GetLabelsByIdsResponse GetByIds(CallContext call, GetLabelsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var labels = request.LabelIds is null
            ? Family.Children(call, call.Account.Id)
            : Family.Get(call, call.Account.Id, request.LabelIds, errors);
        var page = PageRules.Read(request.PageInfo?.Index, request.PageInfo?.Size, request.PageInfo is not null);
        var from = (long)page.Index * page.Size;
        errors.List.RemoveAll(e => e!.Index < from || e.Index >= from + page.Size);
        return new() { Labels = page.Of(labels), PartialErrors = errors.List };
    }

    private static void Check(Label label, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(label.Name) || TextRules.HasControl(label.Name))
            errors.Fail(NameInvalid);
        else
            errors.Require(label.Name.Length <= MaxName, NameTooLong);
        if (label.Description is { } description)
        {
            errors.Require(description.Length <= MaxDescription, DescriptionTooLong);
            errors.Require(!string.IsNullOrWhiteSpace(description) && !TextRules.HasControl(description), DescriptionInvalid);
        }

        errors.Require(label.ColorCode is ['#', .. var digits] && digits.Length == 6 && digits.All(char.IsAsciiHexDigit), ColorInvalid);
    }

    /// <summary>A random colour as the service gives, yet the same for the same name.</summary>
    private static string ColorFor(string? name)
    {
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name ?? ""));
        return string.Create(CultureInfo.InvariantCulture, $"#{hash[0]:X2}{hash[1]:X2}{hash[2]:X2}");
    }
}
