using BingAds.Generator.Docs;
using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>All files about reports that are made from <c>reports.json</c>.</summary>
internal static class ReportFilesWriter
{
    public static void Add(string contractFolder, DocTexts docs, IDictionary<string, string> files)
    {
        var contract = ContractReader.ReadAll(contractFolder).First(static c => c.Service == "Reporting");
        var reports = ReportsReader.Read(contractFolder, contract);
        var facts = FactBook.Load(Path.Combine(contractFolder, "facts", "reporting.json"));
        Put("ReportRequestFactories", new ReportFactoriesWriter(contract, reports, facts).Write());
        Put("ReportRequestParts", ReportPartsWriter.Write(contract, reports));
        Put("ReportTypeTable", ReportTablesWriter.Types(reports));
        Put("ReportColumnTable", ReportTablesWriter.Columns(reports));
        Put("ReportAggregationTable", ReportTablesWriter.Aggregations(reports));
        Put("ReportTimeZoneTable", ReportTablesWriter.Zones(reports));
        Put("ReportLimits", ReportTablesWriter.Limits(reports));
        Put("ReportRow", ReportAccessWriter.Row(contract));
        Put("ReportColumns", ReportAccessWriter.Columns(contract));
        var records = new ReportRecordsWriter(contract, reports, docs);
        foreach (var report in reports.All.Where(static r => r.HasRecord))
        {
            Put(report.Name + "Record", records.Write(report));
        }

        void Put(string name, string text) => files.Add(Path.Combine("Reports", name + ".g.cs"), text);
    }
}
