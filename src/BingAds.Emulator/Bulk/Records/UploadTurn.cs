using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;
using BingAds.Emulator.Handlers.CampaignManagement.Criterions;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>An upload within one turn at the store: the rules that its rows go through, and the parents that they name.</summary>
internal sealed class UploadTurn
{
    private static readonly OperationInfo s_operation = ApiCatalog.FindOperation(ServiceName.Bulk, "GetBulkUploadUrl")!;

    private readonly BulkUploadContext _context;
    private readonly Dictionary<long, AdGroupsOfCampaign> _adGroups = [];
    private readonly Dictionary<long, KeywordsOfAdGroup> _keywords = [];
    private readonly Dictionary<long, AdsOfAdGroup> _ads = [];
    private readonly Dictionary<long, CriterionsOfCampaign> _campaignCriterions = [];
    private readonly Dictionary<long, CriterionsOfAdGroup> _adGroupCriterions = [];

    public UploadTurn(StoreSession session, BulkUploadContext context)
    {
        _context = context;
        Session = session;
        Number = session.Turn;
        var account = session.Entities.Find(FamilyNames.Account, context.Account) ?? throw ApiFaultException.Access(ErrorNumber.InvalidAccountId);
        Call = CallContext.OfJob(session, account, context.Person, s_operation);
        Parents = new BulkParents(session, context.Account);
        Campaigns = new CampaignsOfAccount(Call, context.Account, Errors);
        Budgets = new BudgetsOfAccount(Call, Errors);
        Labels = new LabelsOfAccount(Call, Errors);
        AdExtensions = new AdExtensionsOfAccount(Call, Errors) { ReplacesWhole = false };
        SharedLists = new SharedListsOfScope(Call, new SharedListScope(Call, EntityScope.Account), Errors);
    }

    public long Number { get; }

    public StoreSession Session { get; }

    public CallContext Call { get; }

    public long Account => _context.Account;

    public long Customer => _context.Customer;

    /// <summary>What is wrong with the row at hand.</summary>
    public ItemErrors Errors { get; } = new();

    public BulkParents Parents { get; }

    /// <summary>Columns of the file that the format does not know and the store does.</summary>
    public HashSet<string> KnownColumns { get; } = new(StringComparer.Ordinal);

    public CampaignsOfAccount Campaigns { get; }

    public BudgetsOfAccount Budgets { get; }

    public LabelsOfAccount Labels { get; }

    /// <summary>Cells that are left out stay as they are, though the calls replace an extension as a whole.</summary>
    public AdExtensionsOfAccount AdExtensions { get; }

    public SharedListsOfScope SharedLists { get; }

    /// <summary>The rules of the ad groups of a campaign.</summary>
    public AdGroupsOfCampaign AdGroups(BulkParent campaign)
    {
        if (!_adGroups.TryGetValue(campaign.Id, out var rules))
            _adGroups[campaign.Id] = rules = new AdGroupsOfCampaign(Call, CampaignFamilies.Campaigns.Read(campaign.Row), Errors);
        return rules;
    }

    /// <summary>The rules of the keywords of an ad group.</summary>
    public KeywordsOfAdGroup Keywords(long adGroup)
    {
        if (!_keywords.TryGetValue(adGroup, out var rules))
            _keywords[adGroup] = rules = new KeywordsOfAdGroup(Call, adGroup, Errors);
        return rules;
    }

    /// <summary>The rules of the ads of an ad group.</summary>
    public AdsOfAdGroup Ads(BulkParent adGroup)
    {
        if (!_ads.TryGetValue(adGroup.Id, out var rules))
            _ads[adGroup.Id] = rules = new AdsOfAdGroup(Call, adGroup.Row, Errors);
        return rules;
    }

    /// <summary>The rules of the criterions of a campaign.</summary>
    public CriterionsOfCampaign CampaignCriterions(BulkParent campaign)
    {
        if (!_campaignCriterions.TryGetValue(campaign.Id, out var rules))
            _campaignCriterions[campaign.Id] = rules = new CriterionsOfCampaign(Call, CriterionParent.Campaign(Call, campaign.Id)!, Errors);
        return rules;
    }

    /// <summary>The rules of the criterions of an ad group.</summary>
    public CriterionsOfAdGroup AdGroupCriterions(BulkParent adGroup)
    {
        if (!_adGroupCriterions.TryGetValue(adGroup.Id, out var rules))
            _adGroupCriterions[adGroup.Id] = rules = new CriterionsOfAdGroup(Call, CriterionParent.AdGroup(Call, adGroup.Id)!, Errors);
        return rules;
    }

    /// <summary>A campaign or ad group was changed: rules that looked at it must look again.</summary>
    public void Forget(string family, long id)
    {
        Parents.Forget(family, id);
        if (family == FamilyNames.Campaign)
        {
            _adGroups.Remove(id);
            _ads.Clear();
            _campaignCriterions.Remove(id);
            _adGroupCriterions.Clear();
        }
        else if (family == FamilyNames.AdGroup)
        {
            _ads.Remove(id);
            _adGroupCriterions.Remove(id);
        }
    }

    /// <summary>From now on a negative id stands for this one.</summary>
    public void Remember(string kind, long? key, long id)
    {
        if (key < 0)
            _context.Remember(Session, kind, key.Value, id);
    }

    /// <summary>The id that is meant: itself, or what a reference key stands for; null when it stands for nothing.</summary>
    public long? Resolve(string kind, long id) => id < 0 ? _context.Resolve(Session, kind, id) : id;
}
