using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>The tables of a bulk file: columns, record types, the numbers of enums, the settings of campaign types and the forms of dates.</summary>
internal static class BulkTablesWriter
{
    public static string Columns(BulkFile file) => List("BulkColumnNames", "All columns that a bulk file of this version has, in their order.", file.Headers);

    public static string DateTimeFormats(BulkFile file) => List("BulkDateTimeFormats", "The forms of a date that are tried before any other.", file.DateTimeFormats);

    public static string RecordTypes(BulkFile file, IReadOnlyList<BulkRecord> records)
    {
        var code = CodeWriter.ForFile("BingAds.Bulk", "BingAds.Contract");
        return code.Line("/// <summary>Which class a record's type stands for.</summary>").Block("internal static class BulkRecordTypes", () =>
        {
            code.Line("private static readonly NameTable s_names = new(").Line("[").Indented(() =>
            {
                foreach (var record in records)
                {
                    code.Line($"\"{record.Type}\"u8.ToArray(),");
                }
            }).Line("]);").Line();
            code.Line("/// <summary>How many record types there are.</summary>");
            code.Line($"public const int Count = {records.Count};").Line();
            code.Line("/// <summary>Number of a record type; -1 for one that this version does not know.</summary>");
            code.Line("public static int Find(ReadOnlySpan<byte> type) => s_names.Find(type);").Line();
            code.Line("/// <summary>A new entity for a record type; null for one that this version does not know.</summary>");
            code.Line("public static BulkEntity? Create(ReadOnlySpan<byte> type) => Create(Find(type));").Line();
            code.Line("/// <summary>A new entity for the number of a record type; null for -1.</summary>");
            code.Line("public static BulkEntity? Create(int number) => number switch").Line("{").Indented(() =>
            {
                for (var i = 0; i < records.Count; i++)
                {
                    code.Line($"{i} => new {records[i].ClassName}(),");
                }

                code.Line("_ => null,");
            }).Line("};");
        }).ToString();
    }

    public static string EnumNumbers(BulkFile file)
    {
        var code = CodeWriter.ForFile("BingAds.Bulk");
        return code.Line("/// <summary>Names for the numbers that a bulk file may hold in their place.</summary>").Block("internal static class BulkEnumNumbers", () =>
        {
            var isFirst = true;
            foreach (var model in file.Enums.Values.OrderBy(static e => e.Name, StringComparer.Ordinal))
            {
                if (!isFirst)
                {
                    code.Line();
                }

                isFirst = false;
                code.Line($"public static string? {model.Name}(long number) => number switch").Line("{").Indented(() =>
                {
                    foreach (var member in model.Members.DistinctBy(static m => m.Number))
                    {
                        code.Line($"{member.Number} => \"{member.Name}\",");
                    }

                    code.Line("_ => null,");
                }).Line("};");
            }
        }).ToString();
    }

    public static string CampaignSettings(BulkFile file)
    {
        var code = CodeWriter.ForFile("BingAds.Bulk", "Api = BingAds.V13.CampaignManagement");
        return code.Line("/// <summary>The settings that a campaign has by its type.</summary>").Block("internal static class CampaignSettings", () =>
        {
            code.Line("public static List<Api.Setting>? Create(string campaignType) => campaignType switch").Line("{").Indented(() =>
            {
                foreach (var (type, settings) in file.SettingsByCampaignType)
                {
                    var items = settings.Select(static s => s == "LinkedInSetting" ? $"new {s} {{ Type = \"{s}\" }}" : $"new Api.{s} {{ Type = \"{s}\" }}");
                    code.Line($"\"{type}\" => [{string.Join(", ", items)}],");
                }

                code.Line("_ => null,");
            }).Line("};");
        }).ToString();
    }

    private static string List(string name, string summary, IReadOnlyList<string> items)
    {
        var code = CodeWriter.ForFile("BingAds.Bulk");
        return code.Line($"/// <summary>{summary}</summary>").Block($"internal static class {name}", () =>
        {
            code.Line("public static readonly string[] All =").Line("[").Indented(() =>
            {
                foreach (var item in items)
                {
                    code.Line($"\"{item}\",");
                }
            }).Line("];");
        }).ToString();
    }
}
