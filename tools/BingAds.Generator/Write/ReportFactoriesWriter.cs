using BingAds.Generator.Docs;
using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>The factories on <c>ReportRequest</c>: two for each type, by accounts and by scope.</summary>
internal sealed class ReportFactoriesWriter(Contract contract, Reports reports, FactBook facts)
{
    public string Write()
    {
        var code = CodeWriter.ForFile("BingAds.V13.Reporting", "BingAds.Errors", "BingAds.Reporting");
        return code.Block("public partial class ReportRequest", () =>
        {
            var isFirst = true;
            foreach (var report in reports.All.Where(static r => r.IsInContract))
            {
                if (!isFirst)
                {
                    code.Line();
                }

                isFirst = false;
                Factories(code, report);
            }
        }).ToString();
    }

    private void Factories(CodeWriter code, ReportFacts report)
    {
        var parameters = Parameters(report).ToList();
        var arguments = string.Join(", ", parameters.Select(static p => p.Name));
        Docs(code, report, "accounts", report.MaxAccounts == 1 ? "The account: there can be but one." : $"The accounts, at most {reports.Limits["accounts"]}.", parameters);
        Signature(code, report, "IEnumerable<long> accounts", parameters, " =>");
        code.Indented(() => code.Line($"{report.Name}(ReportScopes.{Helper(report)}(accounts), {arguments});"));
        code.Line();
        Docs(code, report, "scope", "What the report is about: the union of all that it names.", parameters);
        Signature(code, report, $"{report.Scope} scope", parameters, "");
        code.Line("{").Indented(() =>
        {
            code.Line("ArgumentNullException.ThrowIfNull(scope);");
            code.Line("ArgumentNullException.ThrowIfNull(columns);");
            if (report.HasTime)
            {
                code.Line("ArgumentNullException.ThrowIfNull(time);");
            }

            code.Line($"return ReportRequestFactory.Finish(new {report.Request}").Line("{").Indented(() =>
            {
                foreach (var parameter in parameters.Where(static p => p.Member is not null))
                {
                    code.Line($"{parameter.Member} = {parameter.Value},");
                }

                code.Line("Scope = scope,");
            }).Line("}, options);");
        }).Line("}");
    }

    private static void Signature(CodeWriter code, ReportFacts report, string first, List<Parameter> parameters, string end)
    {
        code.Line($"public static {report.Request} {report.Name}(").Indented(() =>
        {
            code.Line(first + ",");
            foreach (var parameter in parameters)
            {
                code.Line(parameter.Type + " " + parameter.Name + (parameter.IsOptional ? " = null" : "") + (parameter == parameters[^1] ? ")" + end : ","));
            }
        });
    }

    private static string Helper(ReportFacts report) => report.Scope!["Account".Length..].Replace("ReportScope", "", StringComparison.Ordinal) is { Length: > 0 } through ? through : "AccountsOnly";

    private IEnumerable<Parameter> Parameters(ReportFacts report)
    {
        var type = contract.FindType(report.Request)!;
        yield return new Parameter($"IEnumerable<{report.Column}>", "columns", "The columns, in the order that the file shall have.", "Columns", "[.. columns]");
        if (report.HasTime)
        {
            yield return new Parameter("ReportTime", "time", "The days, and the time zone that they are days of.", "Time");
        }

        if (report.HasAggregation)
        {
            yield return new Parameter(
                "ReportAggregation?", "aggregation",
                report.Aggregations.Count == 1
                    ? $"Null for {XmlDoc.Code(report.Aggregations[0])}, the only one."
                    : "What a row stands for; null for a day if the columns have <c>TimePeriod</c>, else for the whole time.",
                "Aggregation", IsOptional: true);
        }

        foreach (var field in type.Fields.Where(static f => f.Name is "Filter"))
        {
            yield return new Parameter(field.Type + "?", "filter", "Which rows to leave in; null for all.", "Filter", IsOptional: true);
        }

        if (type.Fields.Any(static f => f.Name == "Sort"))
        {
            yield return new Parameter("IEnumerable<KeywordPerformanceReportSort>?", "sort", "Order of the rows; null for the service's.", "Sort", "sort is null ? null : [.. sort]", IsOptional: true);
            yield return new Parameter("int?", "maxRows", "Most rows to give; null for all.", "MaxRows", IsOptional: true);
        }

        yield return new Parameter("ReportRequestOptions?", "options", "Name, form of the file, and whether to check; null for the defaults.", IsOptional: true);
    }

    private void Docs(CodeWriter code, ReportFacts report, string first, string firstText, List<Parameter> parameters)
    {
        var subject = Words.Split(report.Name);
        code.Docs(XmlDoc.Element("summary", [$"{English.UpperFirst(English.WithArticle(subject + " report"))} to ask for. {XmlDoc.Escape(report.About)}"]));
        code.Line($"/// <param name=\"{first}\">{firstText}</param>");
        foreach (var parameter in parameters)
        {
            code.Line($"/// <param name=\"{parameter.Name}\">{parameter.Text}</param>");
        }

        code.Line("/// <exception cref=\"ReportRequestException\">The service would refuse it, or the report would not be what was asked for.</exception>");
        var remarks = new List<string>();
        var required = report.Required.Where(static c => c != "TimePeriod").ToList();
        if (required.Count > 0)
        {
            remarks.Add($"Needs the {(required.Count == 1 ? "column" : "columns")} {string.Join(", ", required.Select(XmlDoc.Code))}.");
        }

        if (facts.Type(report.Request).Text("page") is { } page)
        {
            remarks.Add(XmlDoc.Link(page));
        }

        code.Docs(XmlDoc.Element("remarks", remarks));
    }

    /// <param name="Member">The request's member that it becomes; null for none.</param>
    private sealed record Parameter(string Type, string Name, string Text, string? Member = null, string? Expression = null, bool IsOptional = false)
    {
        public string Value => Expression ?? Name;
    }
}
