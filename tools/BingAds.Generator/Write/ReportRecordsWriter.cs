using BingAds.Generator.Docs;
using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>A class for the rows of each of the common reports.</summary>
internal sealed class ReportRecordsWriter(Contract contract, Reports reports, DocTexts docs)
{
    private readonly Dictionary<string, string> _kinds = reports.Columns.ToDictionary(static c => c.Name, static c => c.Kind, StringComparer.Ordinal);

    public string Write(ReportFacts report)
    {
        var model = contract.FindEnum(report.Column) ?? throw new InvalidDataException($"reports.json: '{report.Name}' cannot have a record, for it has no columns in the contract.");
        var name = report.Name + "Record";
        var code = CodeWriter.ForFile("BingAds.Reporting");
        code.Line($"/// <summary>A row of the {Words.Split(report.Name)} report. A column that the file does not have is null, as is a number that the service did not have.</summary>");
        return code.Block($"public sealed class {name} : ReportRecord, IReportRecord<{name}>", () =>
        {
            code.Line("private static readonly string[] s_columns =").Line("[").Indented(() =>
            {
                foreach (var value in model.Values)
                {
                    code.Line($"\"{value}\",");
                }
            });
            code.Line("];").Line();
            code.Line("/// <summary>Keeps a row.</summary>");
            code.Line("/// <param name=\"row\">The row at which a reader stands.</param>");
            code.Line($"public {name}(ReportRow row)").Indented(() => code.Line(": base(row, s_columns)")).Line("{").Line("}");
            for (var i = 0; i < model.Values.Count; i++)
            {
                var value = model.Values[i];
                var (type, read, unit) = Property(_kinds[value]);
                code.Line();
                code.Docs(docs.ForEnumValue(contract.Service, model.Name, value)
                    .Select(l => l.Replace("Column with the ", "The ", StringComparison.Ordinal).Replace(".</summary>", $".{unit}</summary>", StringComparison.Ordinal)));
                code.Line($"public {type} {EnumRules.PropertyName(model, value)} => {read}At({i});");
            }

            code.Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public static new {name} Read(ReportRow row) => new(row);");
        }).ToString();
    }

    /// <summary>What a kind of values is in C#, the reader of it in <c>ReportRecord</c>, and what the documentation has to add.</summary>
    private static (string Type, string Read, string Unit) Property(string kind) => kind switch
    {
        "id" or "integer" => ("long?", "Whole", ""),
        "decimal" or "money" or "ratio" => ("decimal?", "Number", ""),
        "percent" => ("decimal?", "Number", " In percent: 12.5 for 12.5%."),
        "timePeriod" => ("ReportPeriod?", "Period", ""),
        "date" => ("DateOnly?", "Date", ""),
        "dateTime" => ("DateTime?", "Time", ""),
        "text" or "term" => ("string?", "Text", ""),
        _ => throw new InvalidDataException($"reports.json: nothing is known of the kind '{kind}'."),
    };
}
