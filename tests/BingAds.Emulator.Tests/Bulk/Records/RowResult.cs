using System.Globalization;
using BingAds.Bulk;

namespace BingAds.Emulator.Tests.Records;

/// <summary>What came of one uploaded row.</summary>
/// <param name="Codes">Numbers of its errors.</param>
/// <param name="Errors">Its errors.</param>
/// <param name="Cells">The record as it is now; empty when there is nothing to tell.</param>
internal sealed record RowResult(List<int> Codes, IReadOnlyList<BulkError> Errors, Dictionary<string, string> Cells)
{
    public long? Id => Cells.TryGetValue("Id", out var id) ? long.Parse(id, CultureInfo.InvariantCulture) : null;
}
