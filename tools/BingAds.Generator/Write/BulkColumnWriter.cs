using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>The statements that read and write one column, by its kind.</summary>
internal sealed class BulkColumnWriter(BulkFile file, BulkTypes types, BulkRecord record)
{
    // Null clears the setting only where the object around it is present.
    private static readonly HashSet<string> s_clearedByParent = new(StringComparer.Ordinal)
    {
        "dateOrDelete", "dateTimeSlash", "boolLowerOrDelete", "dayTimeRanges", "targetSetting", "verifiedTracking",
    };

    private static readonly HashSet<string> s_alwaysWritten = new(StringComparer.Ordinal)
    {
        "string", "stringOrDelete", "long", "int", "double", "decimal", "bool", "boolLower", "boolLowerOrDelete", "enum", "dateTime", "dateTimeSlash", "dateTimeDash",
        "dateDash", "date", "dateOrDelete", "urlList", "stringList", "stringListKeepBlanks", "longList", "valueList", "bid", "bidOrDelete", "customParameters",
    };

    public string Read(BulkColumn column)
    {
        if (column.Kind == "custom")
        {
            return BulkNamedColumns.Read(column, Path(column), types);
        }

        var path = Path(column);
        var variable = "o" + file.Column(column.Header);
        switch (column.Kind)
        {
            case "rateBid":
                return $"if ({path.ParentOf(3)} is {{ }} {variable}) {{ {variable}.{RateMember(column)} = RateBidCell.Read(cell); }}";
            case "criterionBid":
                var name = PathParts(column)[1];
                var kind = name[(name.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
                return $"if ({path.ParentOf(2)} is {{ }} {variable}) {{ {variable}.{name[..name.IndexOf('(', StringComparison.Ordinal)]} = "
                    + $"new Api.{kind} {{ Type = \"{kind}\", {path.Member} = DoubleCell.Read(cell) }}; }}";
            case "targetSetting" or "hotelAdGroupType" when column.Creates:
                var setting = column.Kind == "targetSetting" ? "TargetSetting" : "HotelSetting";
                return $"if (AdGroup is {{ }} {variable}) {{ SettingList.GetOrAdd<Api.{setting}>({variable}.Settings ??= []).{path.Member} = {Value(column, path.Type)}; }}";
            case "verifiedTracking":
                return ReadVerifiedTracking(path, variable);
            default:
                var (guard, target) = path.Assignment(variable);
                var assignment = $"{target} = {Value(column, path.Type)};";
                return guard is null ? assignment : $"if ({guard}) {{ {assignment} }}";
        }
    }

    /// <summary>Whether writing the column may meet a value that a file cannot hold; the row is told before, so that the error names the column.</summary>
    public bool MayFail(BulkColumn column) => !s_alwaysWritten.Contains(column.Kind) || Path(column).Value.Contains("SettingList.", StringComparison.Ordinal);

    public string Write(BulkColumn column)
    {
        var slot = file.Column(column.Header);
        var path = Path(column);
        var canDelete = column.DeleteIdPath is { } id ? $"{new BulkPath(types, record, id).Value} > 0" : "false";
        if (column.Kind == "custom")
        {
            return BulkNamedColumns.Write(column, path, types, slot, canDelete);
        }

        if (column.Kind == "verifiedTracking" && !column.Path.EndsWith(".Details", StringComparison.Ordinal))
        {
            return $"VerifiedTrackingCell.Write(row, {slot}, {path.Value}, {canDelete});";
        }

        var value = path.Value;
        if (column.Kind == "dayTimeRanges" && path.Parent is null)
        {
            // Without an object around it only an empty list clears.
            return Call(column, path.Type, slot, value, $"{value} is not null && {canDelete}");
        }

        if (s_clearedByParent.Contains(column.Kind) && path.Parent is { } parent)
        {
            return $"if ({parent} is {{ }} o{slot}) {{ {Call(column, path.Type, slot, $"o{slot}.{path.Member}", canDelete)} }}";
        }

        return Call(column, path.Type, slot, value, canDelete);
    }

    /// <summary>What is set before any cell is read, for a column that may be empty or missing; null for nothing.</summary>
    public string? Default(BulkColumn column)
    {
        if (column.Kind == "custom")
        {
            return null;
        }

        var slot = file.Column(column.Header);
        var path = Path(column);
        var value = column.OnEmpty switch
        {
            "emptyString" when column.Kind is "stringOrDelete" => $"row.ClearedText({slot})",
            "emptyString" => $"row.EmptyText({slot})",
            "default" when column.Kind == "bool" => "false",
            "default" when column.Kind is "long" or "int" => "0",
            "default" when column.Kind == "enum" && file.Enums[column.Enum!].Zero is { } zero => $"\"{zero}\"",
            _ => null,
        };
        if (value is null || !path.Type.EndsWith('?'))
        {
            return null;
        }

        return path.Parent is { } parent ? $"if ({parent} is {{ }} o) {{ o.{path.Member} ??= {value}; }}" : $"{path.Member} ??= {value};";
    }

    /// <summary>What is set after all cells, where none of them did; null for nothing. An object that a cell replaces is not made before.</summary>
    public string? DefaultAtEnd(BulkColumn column)
    {
        if (column.Kind != "bidOrDelete")
        {
            return null;
        }

        var slot = file.Column(column.Header);
        var path = Path(column);
        return path.Parent is { } parent
            ? $"if (row.Covers({slot}) && {parent} is {{ }} o{slot}) {{ o{slot}.{path.Member} ??= new Api.Bid(); }}"
            : $"if (row.Covers({slot})) {{ {path.Member} ??= new Api.Bid(); }}";
    }

    private string ReadVerifiedTracking(BulkPath path, string variable) => path.Member == "Details"
        ? $"if ({path.Parent} is {{ }} {variable}) {{ {variable}.Details = VerifiedTrackingCell.Read(cell) ?? {variable}.Details; }}"
        : $"if ({path.Parent} is {{ }} {variable} && VerifiedTrackingCell.Read(cell) is {{ }} d{variable}) {{ {variable}.{path.Member} = new Api.VerifiedTrackingSetting {{ Type = \"VerifiedTrackingSetting\", Details = d{variable} }}; }}";

    private BulkPath Path(BulkColumn column) => new(types, record, column.Path);

    private static string[] PathParts(BulkColumn column) => column.Path.Split('.');

    private static string RateMember(BulkColumn column) => PathParts(column)[1];

    private string Value(BulkColumn column, string type)
    {
        var text = column.Kind switch
        {
            "enum" => $"EnumCell.Read<{types.Name(column.Enum!)}>(cell, BulkEnumNumbers.{column.Enum}{(column.Aliases is { } a ? $", \"{a}\"" : "")})",
            "minute" => "MinuteCell.Read(cell)",
            "hotelAdGroupType" => "HotelAdGroupTypeCell.Read(cell)",
            "valueList" when column.Enum is { } e => $"EnumListCell.Read<{types.Name(e)}>(cell, BulkEnumNumbers.{e})",
            _ => Converter(column) + ".Read(cell)",
        };
        return type.Length > 0 && !type.EndsWith('?') ? text + ".GetValueOrDefault()" : text;
    }

    private string Call(BulkColumn column, string type, int slot, string value, string canDelete)
    {
        if (column.Kind == "enum")
        {
            var zero = column.WritesZeroAsEmpty ? $", \"{file.Enums[column.Enum!].Zero ?? "0"}\"" : "";
            return $"EnumCell.Write(row, {slot}, {value}{zero});";
        }

        if (column.WritesZeroAsEmpty && column.Kind is "long" or "int")
        {
            return column.WritesZeroAsEmpty ? $"LongCell.WriteUnlessZero(row, {slot}, {value});" : $"LongCell.Write(row, {slot}, {value});";
        }

        var takesDelete = column.Kind is "stringOrDelete" or "boolLowerOrDelete" or "dateTimeSlash" or "dateOrDelete" or "urlList" or "stringList"
            or "valueList" or "customParameters" or "targetSetting" or "dayTimeRanges" or "adRotation" or "bidOrDelete" or "verifiedTracking" or "criterionName";
        return $"{Converter(column)}.Write(row, {slot}, {value}{(takesDelete ? ", " + canDelete : "")});";
    }

    private static string Converter(BulkColumn column) => column.Kind switch
    {
        "string" => "TextCell",
        "stringOrDelete" => "ClearableTextCell",
        "int" => "IntCell",
        "boolLower" => "LowerBoolCell",
        "boolLowerOrDelete" => "ClearableBoolCell",
        "date" => "DateCell",
        "dateOrDelete" => "ClearableDateCell",
        "dateTimeSlash" => "SlashDateTimeCell",
        "dateTimeDash" => "DashDateTimeCell",
        "dateDash" => "DashDateCell",
        "stringList" => "TextListCell",
        "stringListKeepBlanks" => "BlankTextListCell",
        "bidOrDelete" => "ClearableBidCell",
        "frequencyCapJson" => "FrequencyCapCell",
        "criterionBid" => "DoubleCell",
        "rateBid" => "DoubleCell",
        "valueList" => column.Enum is null ? "NumberListCell" : "EnumListCell",
        var kind => char.ToUpperInvariant(kind[0]) + kind[1..] + "Cell",
    };
}
