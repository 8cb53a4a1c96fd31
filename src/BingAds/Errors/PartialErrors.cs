using System.Collections;

namespace BingAds.Errors;

/// <summary>The items that failed in a call that otherwise succeeded, by their position in the request.</summary>
/// <remarks>An item may have several errors. The list is sorted by item and part; what the service did not attribute comes last.</remarks>
/// <example>
/// <code>
/// for (var i = 0; i &lt; request.Campaigns.Count; i++)
///     if (!failed.Succeeded(i))
///         Console.WriteLine($"{request.Campaigns[i].Name}: {string.Join("; ", failed.For(i))}");
/// failed.ThrowIfAnyFailed();   // for who wants an exception
/// </code>
/// </example>
public sealed class PartialErrors : IReadOnlyList<ItemError>
{
    private readonly ItemError[] _errors;

    /// <summary>Keeps the errors given; see <see cref="ItemError.Flatten(IEnumerable{ApiError})"/>.</summary>
    public PartialErrors(IEnumerable<ItemError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        _errors = [.. errors.OrderBy(static e => e.Index ?? int.MaxValue).ThenBy(static e => e.PartIndex ?? -1)];
    }

    /// <summary>Nothing failed.</summary>
    public static PartialErrors None { get; } = new([]);

    /// <summary>The operation called.</summary>
    public string? Operation { get; init; }

    /// <summary>The service called.</summary>
    public ServiceName? Service { get; init; }

    /// <summary>The service's id of the request.</summary>
    public string? TrackingId { get; init; }

    /// <summary>Whether the operation does all or nothing, so that one failed item means that none was done. Default false.</summary>
    public bool IsAllOrNothing { get; init; }

    /// <inheritdoc/>
    public int Count => _errors.Length;

    /// <summary>Whether anything failed.</summary>
    public bool AnyFailed => _errors.Length > 0;

    /// <summary>The positions that failed, each once, ascending.</summary>
    public IReadOnlyList<int> FailedIndexes => [.. _errors.Where(static e => e.Index is not null).Select(static e => e.Index!.Value).Distinct()];

    /// <inheritdoc/>
    public ItemError this[int index] => _errors[index];

    /// <summary>Whether an item surely succeeded: it has no error, and no error is without a position.</summary>
    /// <param name="index">Position in the request's list, from 0.</param>
    public bool Succeeded(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return !(IsAllOrNothing && AnyFailed) && !_errors.Any(e => e.Index is null || e.Index == index);
    }

    /// <summary>The errors of an item and its parts; empty if it has none.</summary>
    /// <param name="index">Position in the request's list, from 0.</param>
    public IReadOnlyList<ItemError> For(int index) => [.. _errors.Where(e => e.Index == index)];

    /// <summary>Throws if anything failed.</summary>
    /// <exception cref="PartialErrorException">Something failed; it has all errors.</exception>
    public void ThrowIfAnyFailed()
    {
        if (AnyFailed)
            throw new PartialErrorException(this);
    }

    /// <inheritdoc/>
    public IEnumerator<ItemError> GetEnumerator() => ((IEnumerable<ItemError>)_errors).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One line an error.</summary>
    public override string ToString() => string.Join('\n', (object[])_errors);
}
