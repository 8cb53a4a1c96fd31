using BingAds.Emulator.Api;
using BingAds.Emulator.Rules;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>Paging and order of the searches of Customer Management.</summary>
internal static class SearchPage
{
    /// <exception cref="ApiFaultException">There is no page, or none of an allowed size.</exception>
    public static PageRules Read(Paging? paging, int maxSize)
    {
        if (paging is null)
            throw ApiFaultException.Operation(CustomerRules.PageInfoMissing);
        CustomerRules.Require(paging.Index is null or >= 0, "Index counts from 0.");
        CustomerRules.Require(paging.Size >= 1 && paging.Size <= maxSize, $"Size must be 1 to {maxSize}.");
        return new PageRules(paging.Index ?? 0, paging.Size!.Value);
    }

    public static IEnumerable<T> Sort<T>(IEnumerable<T> items, OrderBy? order, Func<T, long> id, Func<T, string?> name, Func<T, string?> number)
    {
        var sorted = order?.Field?.ToString() switch
        {
            null or "Id" => items.OrderBy(id),
            "Name" => items.OrderBy(name, StringComparer.OrdinalIgnoreCase).ThenBy(id),
            "Number" => items.OrderBy(number, StringComparer.OrdinalIgnoreCase).ThenBy(id),
            var other => throw CustomerRules.Invalid($"The order by {other} is not offered here."),
        };
        return order?.Order == SortOrder.Descending ? sorted.Reverse() : sorted;
    }
}
