using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Labels of an account.</summary>
internal static class LabelHandlers
{
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
        var rules = new LabelsOfAccount(call, new ItemErrors());
        return new() { LabelIds = Family.Add(request.Labels, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateLabelsResponse Update(CallContext call, UpdateLabelsRequest request)
    {
        var rules = new LabelsOfAccount(call, new ItemErrors());
        Family.Update(request.Labels, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteLabelsResponse Delete(CallContext call, DeleteLabelsRequest request)
    {
        var rules = new LabelsOfAccount(call, new ItemErrors());
        Family.Delete(request.LabelIds, rules);
        return new() { PartialErrors = rules.Errors.List };
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
}
