using System.Collections.Concurrent;

namespace BingAds;

/// <summary>
/// Keeps contracts that were loaded at run time, by the address they came from. This one keeps them in memory; derive from it to keep them elsewhere, by
/// <see cref="ServiceContract.ToXml"/> and <see cref="ServiceContract.Parse"/>. Safe for any number of threads; one cache serves any number of clients.
/// </summary>
public class ContractCache
{
    private readonly ConcurrentDictionary<string, ServiceContract> _contracts = new(StringComparer.Ordinal);

    /// <summary>The contract of an address; null if it is not kept.</summary>
    public virtual ServiceContract? Get(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _contracts.GetValueOrDefault(address);
    }

    /// <summary>Keeps a contract, in place of the one that the address had.</summary>
    public virtual void Put(string address, ServiceContract contract)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(contract);
        _contracts[address] = contract;
    }

    /// <summary>Forgets the contract of an address, so that it is loaded again.</summary>
    public virtual void Purge(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _contracts.TryRemove(address, out _);
    }
}
