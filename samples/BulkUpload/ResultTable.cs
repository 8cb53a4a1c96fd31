using System.Globalization;
using BingAds.Bulk;

namespace BulkUpload;

/// <summary>The end of an upload: what became of the rows, counted by outcome, code and field, with a row of each as an example.</summary>
internal static class ResultTable
{
    public static void Print(BulkUploadResult result)
    {
        Console.WriteLine();
        Console.WriteLine($"  {"outcome",-9} {"rows",7}  {"code",5}  {"name",-48} {"field",-10} for example");
        var groups = result.Items.GroupBy(static i => (i.Outcome, Error: i.Errors is [var error, ..] ? error : null, i.Reason), new ByCode());
        foreach (var group in groups.OrderBy(static g => g.Key.Outcome != BulkUploadOutcome.Applied).ThenBy(static g => g.Key.Error?.Code))
        {
            var (outcome, error, reason) = group.Key;
            var example = group.First();
            Console.WriteLine($"  {outcome,-9} {group.Count(),7:N0}  {error?.Code,5}  {error?.Name ?? reason,-48} {error?.FieldPath,-10} row {example.Index}, id {example.Id}");
        }

        Console.WriteLine();
        Console.WriteLine($"  Each of the {result.Items.Count:N0} rows is one of: {result}.");
    }

    /// <summary>The table itself: a line for each row, in the order of the input.</summary>
    public static async Task SaveAsync(BulkUploadResult result, string path)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("row,type,id,outcome,code,name,field");
        foreach (var item in result.Items)
        {
            var error = item.Errors is [var first, ..] ? first : null;
            await file.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{item.Index},{item.RecordType},{item.Id},{item.Outcome},{error?.Code},{error?.Name ?? item.Reason},{error?.FieldPath}"));
        }
    }

    private sealed class ByCode : IEqualityComparer<(BulkUploadOutcome Outcome, BingAds.Errors.ApiError? Error, string? Reason)>
    {
        public bool Equals((BulkUploadOutcome Outcome, BingAds.Errors.ApiError? Error, string? Reason) x, (BulkUploadOutcome Outcome, BingAds.Errors.ApiError? Error, string? Reason) y) =>
            (x.Outcome, x.Error?.Code, x.Error?.FieldPath, x.Reason) == (y.Outcome, y.Error?.Code, y.Error?.FieldPath, y.Reason);

        public int GetHashCode((BulkUploadOutcome Outcome, BingAds.Errors.ApiError? Error, string? Reason) obj) => HashCode.Combine(obj.Outcome, obj.Error?.Code, obj.Error?.FieldPath, obj.Reason);
    }
}
