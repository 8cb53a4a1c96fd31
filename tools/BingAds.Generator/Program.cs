using System.Text;
using BingAds.Generator.Docs;
using BingAds.Generator.Model;
using BingAds.Generator.Write;

// Makes src/BingAds/Generated from contract/v13, the same bytes on each run and system.
var root = args.Length > 0 ? args[0] : FindRoot(Environment.CurrentDirectory) ?? FindRoot(AppContext.BaseDirectory)
    ?? throw new DirectoryNotFoundException("No folder above this one holds contract/v13; give the repository's root as the argument.");
var contractFolder = Path.Combine(root, "contract", "v13");
var outputFolder = Path.Combine(root, "src", "BingAds", "Generated");
var docs = new DocTexts(contractFolder);
var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
foreach (var contract in ContractReader.ReadAll(contractFolder))
{
    var models = new ModelWriter(contract, docs);
    var limits = ListLimits.Load(contractFolder, contract.Service);
    var enums = new EnumWriter(contract, docs);
    var operations = contract.Operations.SelectMany(static o => new[] { (o.Request, o), (o.Response, o) })
        .ToDictionary(static p => p.Item1, static p => p.o, StringComparer.Ordinal);
    Add(contract, "Namespaces", Namespaces.Write(contract));
    Add(contract, "Catalog", CatalogWriter.Write(contract));
    Add(contract, contract.Service + "Client", new ClientWriter(contract, docs).Write());
    foreach (var type in contract.Types)
    {
        Add(contract, type.Name, models.WriteType(type));
    }

    foreach (var message in contract.Messages)
    {
        Add(contract, message.Name, models.WriteMessage(message, operations[message.Name], limits.Of(message.Name)));
    }

    foreach (var model in contract.Enums)
    {
        Add(contract, model.Name, enums.Write(model));
    }
}

files.Add("ErrorCodes.g.cs", ErrorCodesWriter.Write(contractFolder));
BulkFileWriter.Add(contractFolder, files);
ReportFilesWriter.Add(contractFolder, docs, files);

var changed = Save(outputFolder, files);
Console.WriteLine($"{files.Count} files, {changed} changed");

void Add(Contract contract, string name, string text) => files.Add(Path.Combine(contract.Service, name + ".g.cs"), text);

static int Save(string folder, SortedDictionary<string, string> files)
{
    var changed = 0;
    Directory.CreateDirectory(folder);
    foreach (var stale in Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories)
        .Where(f => !files.ContainsKey(Path.GetRelativePath(folder, f))).ToList())
    {
        File.Delete(stale);
        changed++;
    }

    foreach (var (name, text) in files)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            continue;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        changed++;
    }

    return changed;
}

static string? FindRoot(string start)
{
    for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
    {
        if (Directory.Exists(Path.Combine(folder.FullName, "contract", "v13")))
        {
            return folder.FullName;
        }
    }

    return null;
}
