using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>Audiences of an account, of its customer, and those that the service offers.</summary>
internal static class AudienceHandlers
{
    private const int InvalidAudienceType = 4859;
    private const int IdDoesNotMatchType = 4861;

    private static EntityFamily<Audience> Family => AudienceFamilies.Audiences;

    public static void Register(HandlerTable table)
    {
        table.Add<AddAudiencesRequest, AddAudiencesResponse>(Add);
        table.Add<UpdateAudiencesRequest, UpdateAudiencesResponse>(Update);
        table.Add<DeleteAudiencesRequest, DeleteAudiencesResponse>(Delete);
        table.Add<GetAudiencesByIdsRequest, GetAudiencesByIdsResponse>(GetByIds);
    }

    private static AddAudiencesResponse Add(CallContext call, AddAudiencesRequest request)
    {
        var rules = new AudiencesOfCaller(call, new ItemErrors());
        return new() { AudienceIds = Family.Add(request.Audiences, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateAudiencesResponse Update(CallContext call, UpdateAudiencesRequest request)
    {
        var rules = new AudiencesOfCaller(call, new ItemErrors());
        Family.Update(request.Audiences, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteAudiencesResponse Delete(CallContext call, DeleteAudiencesRequest request)
    {
        var rules = new AudiencesOfCaller(call, new ItemErrors());
        Family.Delete(request.AudienceIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetAudiencesByIdsResponse GetByIds(CallContext call, GetAudiencesByIdsRequest request)
    {
        var errors = new ItemErrors();
        var wanted = RequireTypes(request.Type);
        var audiences = request.AudienceIds is null
            ? [.. EntityOwners.Visible(call, Family.Name).Where(r => wanted.Has(r.Kind!)).Select(Family.Read)]
            : Family.Get(call, call.Account.Id, request.AudienceIds, errors, r => wanted.Has(r.Kind!), IdDoesNotMatchType);
        foreach (var audience in audiences)
        {
            if (audience is not null)
                AudienceView.Show(call.Session, audience, request.ReturnAdditionalFields);
        }

        return new() { Audiences = audiences, PartialErrors = errors.List };
    }

    private static AudienceType RequireTypes(AudienceType? types)
        => types is { Names.Count: > 0 } wanted && wanted.Names.All(static n => ((AudienceType)n).Known != AudienceType.KnownValue.Unrecognized)
            ? wanted
            : throw ApiFaultException.Operation(InvalidAudienceType);
}
