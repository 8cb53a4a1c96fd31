using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Takes the cells of a row that make up a record which no service models.</summary>
internal static class GenericCells
{
    private const string ColumnFamily = "RecordColumn";
    private const int EntityNotFound = 4202;

    /// <summary>Columns that say which record is meant, or what became of it: no part of it.</summary>
    private static readonly FrozenSet<string> s_others = FrozenSet.ToFrozenSet(
        ["Type", "Id", "Parent Id", "Client Id", "Modified Time", "Sync Time", "Error", "Error Number", "Field Path"], StringComparer.Ordinal);

    /// <summary>Puts the given cells over those that are there. False when one names a record that is not there.</summary>
    public static bool Take(UploadTurn turn, UploadedRow row, RecordSpec spec, CellMap cells)
    {
        for (var i = 0; i < row.CellCount; i++)
        {
            var cell = row.Cell(i, out var ordinal);
            var name = row.Header.Names[ordinal];
            var isSecond = row.Header[ordinal] < 0 && BulkColumns.Find(name) >= 0;
            if (isSecond || s_others.Contains(name) || IsParentName(spec, name))
                continue;
            if (row.Header[ordinal] < 0)
                KnowColumn(turn, name);
            cells[name] = RowBinding.IsDelete(cell) ? null : Resolve(turn, spec, name, Encoding.UTF8.GetString(cell));
        }

        if (spec.HasStatus)
            cells["Status"] ??= "Active";
        return turn.Errors.Ok;
    }

    /// <summary>What tells records apart that have no ids: all their cells.</summary>
    public static string Key(CellMap cells)
    {
        var text = string.Join('\u001e', cells.All.Where(static c => c.Key != "Status").OrderBy(static c => c.Key, StringComparer.Ordinal).Select(static c => c.Key + '\u001f' + c.Value));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Columns of stored records that the format does not know.</summary>
    public static List<string> UnknownColumns(StoreSession session, long account) => session.Entities.OfAccount(ColumnFamily, account).ConvertAll(static r => r.Name!);

    /// <summary>The names of parents are shown as they are at the time, so they are not kept.</summary>
    private static bool IsParentName(RecordSpec spec, string column)
        => column is "Campaign" or "Ad Group" && spec.Level is not RecordLevel.Account && spec.ParentType != "Feed";

    private static string Resolve(UploadTurn turn, RecordSpec spec, string column, string text)
    {
        var kind = column switch
        {
            "Audience Id" => "Audience",
            "Goal Id" or "New Customer Acquisition Goal Id" => "Goal",
            "Parent Criterion Id" or "Parent Listing Group Id" => spec.KeyKind,
            "Bid Strategy Id" => "Bid Strategy",
            "Feed Id" => "Feed",
            "Experiment Id" => "Experiment",
            "Campaign Id" or "Base Campaign Id" or "Experiment Campaign Id" or "Target Campaign Id" or "Impression Campaign Id" => FamilyNames.Campaign,
            "Target Ad Group Id" or "Impression Ad Group Id" => FamilyNames.AdGroup,
            "Budget Id" => FamilyNames.Budget,
            _ => null,
        };
        if (kind is null || !text.StartsWith('-') || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key))
            return text;
        if (turn.Resolve(kind, key) is { } id)
            return id.ToString(CultureInfo.InvariantCulture);
        turn.Errors.Fail(EntityNotFound, column);
        return text;
    }

    private static void KnowColumn(UploadTurn turn, string column)
    {
        if (!turn.KnownColumns.Add(column) || turn.Session.Entities.FindByName(ColumnFamily, turn.Account, column) is not null)
            return;
        turn.Session.Entities.Insert(new EntityRow(ColumnFamily, turn.Session.Next(ColumnFamily))
        {
            Parent = turn.Account,
            Account = turn.Account,
            Customer = turn.Customer,
            Name = column,
            Body = [],
        });
    }
}
