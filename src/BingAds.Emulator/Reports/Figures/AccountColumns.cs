namespace BingAds.Emulator.Reports.Figures;

/// <summary>Attributes of accounts and customers.</summary>
internal static class AccountColumns
{
    public static Func<Leaf, ReportValue>? Find(string column) => column switch
    {
        "AccountId" => static l => ReportValue.Of(l.Account.Id),
        "AccountName" => static l => ReportValue.Of(l.Account.Body.Name),
        "AccountNumber" => static l => ReportValue.Of(l.Account.Body.Number),
        "AccountStatus" => static l => ReportValue.Of(StatusOf(l.Account)),
        "CurrencyCode" or "Currency" => static l => ReportValue.Of(l.Account.Currency),
        "CustomerId" => static l => ReportValue.Of(l.Account.Row.Customer),
        "CustomerName" or "Owner" => static l => ReportValue.Of(l.Account.World.CustomerName(l.Account.Row.Customer)),
        "TimeZone" => static l => ReportValue.Of(l.Account.Body.TimeZone?.ToString()),
        _ => null,
    };

    private static string StatusOf(AccountNode account) => account.Status switch
    {
        "Active" => "Active",
        "Pause" => "Paused",
        _ => "Inactive",
    };
}
