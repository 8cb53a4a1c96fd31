namespace BingAds;

/// <summary>The six services of the API, v13.</summary>
public enum ServiceName
{
    /// <summary>Keyword ideas, estimates, opportunities and recommendations.</summary>
    AdInsight,

    /// <summary>Downloads and uploads of whole accounts as files.</summary>
    Bulk,

    /// <summary>Campaigns and all that is in them.</summary>
    CampaignManagement,

    /// <summary>Bills, insertion orders, coupons and billing groups.</summary>
    CustomerBilling,

    /// <summary>Customers, accounts, users and the links between them.</summary>
    CustomerManagement,

    /// <summary>Performance reports.</summary>
    Reporting,
}
