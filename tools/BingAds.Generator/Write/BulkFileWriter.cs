using BingAds.Generator.Model;
using BingAds.Generator.Refine;

namespace BingAds.Generator.Write;

/// <summary>All files of the bulk entities.</summary>
internal static class BulkFileWriter
{
    public static void Add(string contractFolder, IDictionary<string, string> files)
    {
        var file = BulkFileReader.Read(contractFolder);
        var api = ContractReader.ReadAll(contractFolder).First(static c => c.Service == "CampaignManagement");
        var records = file.Records.Where(static r => r.Kind is "single" or "childOfMultiRecord").ToList();
        var entities = new BulkEntityWriter(file, new BulkTypes(api));
        foreach (var record in records)
        {
            Put(record.ClassName, entities.Write(record));
        }

        foreach (var model in file.Enums.Values.Where(static e => !e.IsOfApi))
        {
            Put(model.Name, EnumWriter.WriteBulk(new EnumModel(model.Name, model.IsFlags, [.. model.Members.Select(static m => m.Name)])));
        }

        Put("BulkColumnNames", BulkTablesWriter.Columns(file));
        Put("BulkDateTimeFormats", BulkTablesWriter.DateTimeFormats(file));
        Put("BulkRecordTypes", BulkTablesWriter.RecordTypes(file, records));
        Put("BulkEnumNumbers", BulkTablesWriter.EnumNumbers(file));
        Put("CampaignSettings", BulkTablesWriter.CampaignSettings(file));

        void Put(string name, string text) => files.Add(Path.Combine("BulkFile", name + ".g.cs"), text);
    }
}
