using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BingAds.Files;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>
/// Divides the rows of a report by account and day while they are read, in any order. Rows wait as they came, in memory up to a limit and then in one file, until the report
/// has ended well: so however many accounts and days there are, one file is open, and a report that is cut has written nothing.
/// </summary>
internal sealed class RowDivider : IDisposable
{
    private readonly LakeWindow _window;
    private readonly ReportPlan _plan;
    private readonly string _spillPath;
    private readonly long _limit;
    private readonly bool[] _isText;
    private readonly int _accountAt;
    private readonly int _periodAt;
    private readonly byte[]? _account;
    private readonly FrozenSet<long> _accounts;
    private readonly Dictionary<PartitionKey, PartitionRows> _partitions = [];
    private FileStream? _spill;
    private long _inMemory;

    public RowDivider(LakeWindow window, ReportPlan plan, string spillPath, long limit)
    {
        (_window, _spillPath, _limit) = (window, spillPath, limit);
        _accounts = window.AccountIds.ToFrozenSet();
        _accountAt = IndexOf(plan.Schema, "AccountId");
        _periodAt = IndexOf(plan.Schema, "TimePeriod");
        if (_periodAt < 0)
        {
            throw new ReportLakeException(LakeFault.WrongReport, "The report has no column TimePeriod, by which its rows are put into days.");
        }

        if (_accountAt < 0)
        {
            if (window.AccountIds.Count > 1)
            {
                throw new ReportLakeException(LakeFault.WrongReport, "The report has no column AccountId, which tells the accounts of the window apart.");
            }

            // There is one account, so its id is that of every row.
            _account = Encoding.UTF8.GetBytes(window.AccountIds[0].ToString(CultureInfo.InvariantCulture));
            plan = plan with { Schema = new([.. plan.Schema.Fields, ReportField.Of("AccountId", "AccountId", plan.Aggregation)]) };
        }

        _plan = plan;
        _isText = [.. plan.Schema.Fields.Select(static f => f.Storage == ReportStorage.Text)];
    }

    /// <summary>With the column of the account, where the file had none.</summary>
    public ReportPlan Plan => _plan;

    public FileStream? SpillFile => _spill;

    public IEnumerable<KeyValuePair<PartitionKey, PartitionRows>> Partitions => _partitions.OrderBy(static p => p.Key);

    public void Append(ReportRow row)
    {
        var cells = row.State.Row;
        var key = Key(cells, row.State.LineNow);
        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_partitions, key, out _);
        rows ??= new();
        var before = rows.Used;
        rows.BeginRow(row.State.LineNow);
        for (var i = 0; i < _isText.Length; i++)
        {
            rows.Append(i == _isText.Length - 1 && _account is not null ? _account : RowCells.Read(cells, i, _isText[i]));
        }

        _inMemory += rows.Used - before;
        if (_inMemory > _limit)
        {
            Spill();
        }
    }

    public void Dispose()
    {
        foreach (var rows in _partitions.Values)
        {
            rows.Drop();
        }

        _spill?.Dispose();
    }

    private void Spill()
    {
        _spill ??= new FileStream(_spillPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        foreach (var rows in _partitions.Values)
        {
            rows.Spill(_spill);
        }

        _spill.Flush();
        _inMemory = 0;
    }

    private PartitionKey Key(DelimitedReader cells, long line)
    {
        long account;
        if (_account is not null)
        {
            account = _window.AccountIds[0];
        }
        else
        {
            var text = RowCells.Read(cells, _accountAt, isText: false);
            if (!CellParser.TryInt64(text, out account) || !_accounts.Contains(account))
            {
                throw Outside("AccountId", text, line, "is no account of the window");
            }
        }

        var period = RowCells.Read(cells, _periodAt, isText: false);
        if (!TryDay(period, out var day))
        {
            throw Outside("TimePeriod", period, line, "does not tell the day");
        }

        return _window.Contains(DayText.Date(day)) ? new(account, day) : throw Outside("TimePeriod", period, line, "is no day of the window");
    }

    private bool TryDay(ReadOnlySpan<byte> text, out int day)
    {
        if (_plan.Schema.Fields[_periodAt].Storage == ReportStorage.Date)
        {
            return DayText.TryRead(text, isPeriod: true, out day);
        }

        var isHour = ReportPeriod.TryParse(text, V13.Reporting.ReportAggregation.Hourly, out var period) && period is { Kind: ReportPeriodKind.Hour, Date: not null };
        day = isHour ? DayText.Number(period.Date!.Value) : 0;
        return isHour;
    }

    private static int IndexOf(ReportSchema schema, string name)
    {
        for (var i = 0; i < schema.Fields.Count; i++)
        {
            if (schema.Fields[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static ReportLakeException Outside(string column, ReadOnlySpan<byte> text, long line, string what) =>
        new(LakeFault.OutsideWindow, string.Create(CultureInfo.InvariantCulture, $"Column '{column}', line {line}: '{Encoding.UTF8.GetString(text)}' {what}."));
}
