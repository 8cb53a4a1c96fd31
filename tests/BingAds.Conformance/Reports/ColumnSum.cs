using System.Text;
using System.Text.Json.Nodes;
using BingAds.Reporting;

namespace BingAds.Conformance.Reports;

/// <summary>What a column of a report adds up to. A column that the SDK does not know by its name gets the type that all its cells have.</summary>
internal sealed class ColumnSum(string name, ReportColumnType known)
{
    private long _filled;
    private long _missing;
    private long _numbers;
    private long _whole;
    private long _percent;
    private long _periods;
    private long _bounds;
    private long _length;
    private decimal _sum;

    private ReportColumnType Type => known != ReportColumnType.Unknown ? known
        : _filled == 0 ? ReportColumnType.Unknown
        : _percent == _filled ? ReportColumnType.Percent
        : _whole == _filled ? ReportColumnType.Whole
        : _numbers == _filled ? ReportColumnType.Decimal
        : _periods == _filled ? ReportColumnType.Period
        : ReportColumnType.Text;

    private bool MayBeNumber => known is ReportColumnType.Unknown or ReportColumnType.Whole or ReportColumnType.Decimal or ReportColumnType.Percent;

    public void Add(ReportCell cell)
    {
        _length += Encoding.UTF8.GetCharCount(cell.Utf8);
        if (cell.IsMissing)
        {
            _missing++;
            return;
        }

        _filled++;
        if (MayBeNumber && cell.TryParse<decimal>(out var number))
        {
            _numbers++;
            _whole += cell.TryParse<long>(out _) ? 1 : 0;
            _percent += cell.Utf8[^1] == (byte)'%' ? 1 : 0;
            _bounds += cell.Bound == ReportBound.None ? 0 : 1;
            _sum += number;
        }
        else if (known is not ReportColumnType.Text && IsPeriod(cell))
        {
            _periods++;
        }
    }

    public JsonObject ToJson()
    {
        var type = Type;
        var json = new JsonObject
        {
            ["name"] = name,
            ["type"] = type.ToString().ToLowerInvariant(),
            ["filled"] = _filled,
            ["missing"] = _missing,
        };
        if (type is ReportColumnType.Whole or ReportColumnType.Decimal or ReportColumnType.Percent)
        {
            json["sum"] = _sum;
            Tell(json, "bounds", _bounds);
            Tell(json, "unreadable", _filled - (type == ReportColumnType.Whole ? _whole : _numbers));
        }
        else
        {
            json["length"] = _length;
            Tell(json, "unreadable", type is ReportColumnType.Text or ReportColumnType.Unknown ? 0 : _filled - _periods);
        }

        return json;
    }

    private static void Tell(JsonObject json, string name, long count)
    {
        if (count > 0)
        {
            json[name] = count;
        }
    }

    private bool IsPeriod(ReportCell cell)
    {
        try
        {
            return known is ReportColumnType.Date or ReportColumnType.Time ? cell.ParseDateTimeOrNull() is not null : cell.ParsePeriodOrNull() is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
