using Microsoft.Extensions.Options;

namespace BingAds.DependencyInjection;

/// <summary>Finds what is wrong with a tenant's settings when the application starts, and not in its first call.</summary>
internal sealed class BingAdsOptionsCheck(string? tenant) : IValidateOptions<BingAdsOptions>
{
    public string? Tenant => tenant;

    public ValidateOptionsResult Validate(string? name, BingAdsOptions options)
    {
        if (!string.Equals(name ?? Options.DefaultName, tenant ?? Options.DefaultName, StringComparison.Ordinal))
        {
            return ValidateOptionsResult.Skip;
        }

        var wrong = options.Client.Validate().Select(static w => $"Client: {w}").ToList();
        if (options.Authentication is null)
        {
            wrong.Add($"{nameof(options.Authentication)} is not set: say how the user signs in.");
        }

        if (string.IsNullOrWhiteSpace(options.DeveloperToken))
        {
            wrong.Add($"{nameof(options.DeveloperToken)} is not set.");
        }

        if (options.AccountId <= 0)
        {
            wrong.Add($"{nameof(options.AccountId)} is {options.AccountId}; ids are positive.");
        }

        if (options.CustomerId <= 0)
        {
            wrong.Add($"{nameof(options.CustomerId)} is {options.CustomerId}; ids are positive.");
        }

        return wrong.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(w => $"BingAds{(tenant is null ? "" : $" '{tenant}'")}: {w}"));
    }
}
