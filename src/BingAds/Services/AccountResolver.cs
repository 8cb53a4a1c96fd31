using System.Globalization;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.V13.CustomerManagement;

namespace BingAds;

/// <summary>Finds an ad account by what people have at hand: its id, the number that the web pages show, or its name.</summary>
/// <remarks>The three are easily mixed up, and a number in the place of an id ends in an error that says nothing of it.</remarks>
/// <param name="client">The client to ask with; the accounts are those that its user can reach.</param>
public sealed class AccountResolver(CustomerManagementClient client)
{
    // Shorter values are refused by the service in a predicate.
    private const int ShortestPredicate = 4;

    /// <summary>Finds the one account that a text means.</summary>
    /// <param name="text">An account id (digits), an account number (8 letters and digits), or a name; names in any letter case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AccountNotFoundException">None has it, or several have the name; the exception lists those that come near.</exception>
    /// <exception cref="SdkException">A call failed.</exception>
    public async Task<ResolvedAccount> ResolveAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        text = text.Trim();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && await FindAsync("AccountId", text, AccountMatch.Id, cancellationToken).ConfigureAwait(false) is [var byId, ..])
        {
            return byId;
        }

        if (text.Length == 8 && text.All(char.IsAsciiLetterOrDigit)
            && await FindAsync("AccountNumber", text, AccountMatch.Number, cancellationToken).ConfigureAwait(false) is [var byNumber, ..])
        {
            return byNumber;
        }

        var named = text.Length >= ShortestPredicate
            ? await FindAsync("AccountName", text, AccountMatch.Name, cancellationToken).ConfigureAwait(false)
            : await ListAsync(i => string.Equals(i.Name, text, StringComparison.OrdinalIgnoreCase), cancellationToken).ConfigureAwait(false);
        if (named is [var only])
        {
            return only;
        }

        if (named.Count > 1)
        {
            throw new AccountNotFoundException($"{named.Count} accounts have the name '{text}': use the id of one.", named);
        }

        var all = await ListAsync(static _ => true, cancellationToken).ConfigureAwait(false);
        var near = Nearest.Find(text, all.SelectMany(Names));
        throw new AccountNotFoundException(
            $"No account that this user can reach has the id, number or name '{text}'.",
            [.. all.Where(a => Names(a).Any(near.Contains))]);
    }

    private static IEnumerable<string> Names(ResolvedAccount account) =>
        [account.Name ?? "", account.Number ?? "", account.Id.ToString(CultureInfo.InvariantCulture)];

    private async Task<List<ResolvedAccount>> FindAsync(string field, string value, AccountMatch match, CancellationToken cancellationToken)
    {
        if (value.Length < ShortestPredicate)
        {
            return [];
        }

        var found = new List<ResolvedAccount>();
        var request = new SearchAccountsRequest { Predicates = [new() { Field = field, Operator = PredicateOperator.Equals_, Value = value }] };
        await foreach (var account in client.SearchAccountsItemsAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            found.Add(new ResolvedAccount(account.Id ?? 0, account.Number, account.Name, account.ParentCustomerId, match));
        }

        return found;
    }

    private async Task<List<ResolvedAccount>> ListAsync(Func<AccountInfo, bool> filter, CancellationToken cancellationToken)
    {
        var response = await client.GetAccountsInfoAsync(new(), cancellationToken: cancellationToken).ConfigureAwait(false);
        return [.. response.AccountsInfo.OfType<AccountInfo>().Where(filter)
            .Select(static i => new ResolvedAccount(i.Id ?? 0, i.Number, i.Name, null, AccountMatch.Name))];
    }
}
