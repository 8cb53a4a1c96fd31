using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Experiments;

/// <summary>Experiments: a part of a campaign's traffic goes to a copy of it.</summary>
internal static class ExperimentHandlers
{
    private static EntityFamily<Experiment> Family => BiddingFamilies.Experiments;

    public static void Register(HandlerTable table)
    {
        table.Add<AddExperimentsRequest, AddExperimentsResponse>(Add);
        table.Add<UpdateExperimentsRequest, UpdateExperimentsResponse>(Update);
        table.Add<DeleteExperimentsRequest, DeleteExperimentsResponse>(Delete);
        table.Add<GetExperimentsByIdsRequest, GetExperimentsByIdsResponse>(GetByIds);
    }

    private static AddExperimentsResponse Add(CallContext call, AddExperimentsRequest request)
    {
        var rules = new ExperimentsOfAccount(call, new ItemErrors());
        return new() { ExperimentIds = Family.Add(request.Experiments, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateExperimentsResponse Update(CallContext call, UpdateExperimentsRequest request)
    {
        var rules = new ExperimentsOfAccount(call, new ItemErrors());
        Family.Update(request.Experiments, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteExperimentsResponse Delete(CallContext call, DeleteExperimentsRequest request)
    {
        var rules = new ExperimentsOfAccount(call, new ItemErrors());
        Family.Delete(request.ExperimentIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    /// <summary>Pages are reserved by the service, and not looked at.</summary>
    private static GetExperimentsByIdsResponse GetByIds(CallContext call, GetExperimentsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var experiments = request.ExperimentIds is null
            ? Family.Children(call, call.Account.Id)
            : Family.Get(call, call.Account.Id, request.ExperimentIds, errors);
        foreach (var experiment in experiments)
        {
            if (request.ReturnAdditionalFields?.Has(ExperimentAdditionalField.ExperimentSubType) != true)
                experiment?.ExperimentSubType = null;
            if (request.ReturnAdditionalFields?.Has(ExperimentAdditionalField.ExperimentArms) != true)
                experiment?.ExperimentArms = null;
        }

        return new() { Experiments = experiments, PartialErrors = errors.List };
    }
}
