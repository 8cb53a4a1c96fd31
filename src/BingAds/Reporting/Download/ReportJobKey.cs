using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BingAds.Reporting.Download;

/// <summary>The name of a request in a store of jobs: a hash of everything that decides what is in the report, and of nobody's secrets.</summary>
internal static class ReportJobKey
{
    public static string Of(AskedReport asked, ServiceClientOptions options, DateTimeOffset now)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var place = string.Create(
            CultureInfo.InvariantCulture,
            $"1\n{options.Environment}\n{Host(options)}\n{asked.CustomerId}\n{asked.AccountId}\n{ReportAge.Moment(asked.Request, now)}\n");
        hash.AppendData(Encoding.UTF8.GetBytes(place));
        hash.AppendData(AskedReport.Json(asked.Request));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..40];
    }

    // An emulator's reports are not the service's. Its own two addresses, for REST and SOAP, are one service.
    private static string Host(ServiceClientOptions options) =>
        (options.ServiceAddresses.TryGetValue(ServiceName.Reporting, out var own) ? own : options.BaseAddress)?.GetLeftPart(UriPartial.Authority) ?? "";
}
