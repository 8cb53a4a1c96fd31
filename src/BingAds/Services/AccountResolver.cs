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
    private const int NumberLength = 8;

    /// <summary>Finds the one account that a text means.</summary>
    /// <param name="text">An account id (digits), an account number (8 letters and digits), or a name; names in any letter case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AccountNotFoundException">None has it, or several have the name; the exception lists those that come near.</exception>
    /// <exception cref="SdkException">A call failed.</exception>
    public async Task<ResolvedAccount> ResolveAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        text = text.Trim();
        if (text.All(char.IsAsciiDigit) && await FindAsync("AccountId", text, AccountMatch.Id, cancellationToken).ConfigureAwait(false) is [var byId, ..])
        {
            return byId;
        }

        if (text.Length == NumberLength && text.All(char.IsAsciiLetterOrDigit)
            && await FindAsync("AccountNumber", text, AccountMatch.Number, cancellationToken).ConfigureAwait(false) is [var byNumber, ..])
        {
            return byNumber;
        }

        if (Only(await FindAsync("AccountName", text, AccountMatch.Name, cancellationToken).ConfigureAwait(false), text) is { } byName)
        {
            return byName;
        }

        // The search takes no short values and may mind letter case; the whole list does not.
        var all = await ListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var match in Enum.GetValues<AccountMatch>())
        {
            if (Only([.. all.Where(a => Is(a, match, text)).Select(a => a with { MatchedBy = match })], text) is { } listed)
            {
                return listed;
            }
        }

        var near = Nearest.Find(text, all.SelectMany(Names));
        throw new AccountNotFoundException(
            $"No account that this user can reach has the id, number or name '{text}'.",
            [.. all.Where(a => Names(a).Any(near.Contains))]);
    }

    private static ResolvedAccount? Only(List<ResolvedAccount> found, string text) => found.Count < 2
        ? found.FirstOrDefault()
        : throw new AccountNotFoundException($"{found.Count} accounts have the name '{text}': use the id of one.", found);

    // Checked here too: an account that only comes near would be charged for what was meant for another.
    private static bool Is(ResolvedAccount account, AccountMatch match, string text) => match switch
    {
        AccountMatch.Id => account.Id.ToString(CultureInfo.InvariantCulture) == text,
        AccountMatch.Number => string.Equals(account.Number, text, StringComparison.OrdinalIgnoreCase),
        _ => string.Equals(account.Name, text, StringComparison.OrdinalIgnoreCase),
    };

    private static IEnumerable<string> Names(ResolvedAccount account) =>
        [account.Name ?? "", account.Number ?? "", account.Id.ToString(CultureInfo.InvariantCulture)];

    private async Task<List<ResolvedAccount>> FindAsync(string field, string value, AccountMatch match, CancellationToken cancellationToken)
    {
        var found = new List<ResolvedAccount>();
        if (value.Length < ShortestPredicate)
        {
            return found;
        }

        var request = new SearchAccountsRequest { Predicates = [new() { Field = field, Operator = PredicateOperator.Equals_, Value = value }] };
        await foreach (var account in client.SearchAccountsItemsAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var resolved = new ResolvedAccount(account.Id ?? 0, account.Number, account.Name, account.ParentCustomerId, match);
            if (Is(resolved, match, value))
            {
                found.Add(resolved);
            }
        }

        return found;
    }

    private async Task<List<ResolvedAccount>> ListAsync(CancellationToken cancellationToken)
    {
        var response = await client.GetAccountsInfoAsync(new(), cancellationToken: cancellationToken).ConfigureAwait(false);
        return [.. response.AccountsInfo.OfType<AccountInfo>()
            .Select(static i => new ResolvedAccount(i.Id ?? 0, i.Number, i.Name, null, AccountMatch.Name))];
    }
}
