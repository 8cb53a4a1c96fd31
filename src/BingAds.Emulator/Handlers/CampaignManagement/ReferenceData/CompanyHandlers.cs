using BingAds.Emulator.Api;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.ReferenceData;

/// <summary>Companies whose people can be aimed at.</summary>
internal static class CompanyHandlers
{
    private const int MinFilter = 3;
    private const int SearchStringNotSufficient = 518;

    public static void Register(HandlerTable table) => table.Add<SearchCompaniesRequest, SearchCompaniesResponse>(static (_, request) =>
    {
        if (request.CompanyNameFilter is not { Length: >= MinFilter } filter)
            throw ApiFaultException.Operation(SearchStringNotSufficient);
        return new()
        {
            Companies = [.. Profiles.Companies.Where(p => p.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)).Select(static p => new Company { ProfileId = p.Id, Name = p.Name, Status = "Active" })],
        };
    });
}
