using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Bulk;
using BingAds.Emulator.Bulk.Records;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Records;

/// <summary>An emulator whose records are uploaded and downloaded without files, beside the SDK's client on the same store.</summary>
internal sealed class RecordSession : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2027, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly EmulatorHost _emulator;
    private readonly BulkWorld _world = new();
    private readonly BulkUploadContext _context = new() { Account = DemoCredentials.AccountId, Customer = DemoCredentials.CustomerId, Person = DemoCredentials.UserId };

    private RecordSession(EmulatorHost emulator, AuthorizationData authorization)
    {
        _emulator = emulator;
        Campaigns = new CampaignManagementClient(authorization, emulator.CreateClientOptions());
    }

    public CampaignManagementClient Campaigns { get; }

    public EmulatorClock Clock => _emulator.Clock;

    public EmulatorState State => _emulator.State;

    public static async Task<RecordSession> StartAsync()
    {
        var options = new EmulatorOptions();
        options.Clock.Freeze(Start);
        var emulator = await EmulatorHost.StartAsync(options);
        return new RecordSession(emulator, await emulator.SignInAsync());
    }

    /// <summary>A row: its type, then columns and texts by turns.</summary>
    public static Dictionary<string, string> Row(string type, params ReadOnlySpan<string> cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal) { ["Type"] = type };
        for (var i = 0; i < cells.Length; i += 2)
        {
            row[cells[i]] = cells[i + 1];
        }

        return row;
    }

    /// <summary>Uploads one row and gives its result.</summary>
    public async Task<RowResult> UploadAsync(string type, params string[] cells) => Assert.Single(await UploadAsync(Row(type, cells)));

    /// <summary>Uploads rows as one file in one turn; the keys of earlier files are still known.</summary>
    public async Task<List<RowResult>> UploadAsync(params IEnumerable<Dictionary<string, string>> rows)
    {
        var reader = await UploadReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(Csv([.. rows]))), default);
        await using (reader)
        {
            var uploaded = new List<UploadedRow>();
            while (await reader.NextAsync(default))
            {
                uploaded.Add(reader.Take());
            }

            var applied = await State.Store.RunAsync(session => uploaded.ConvertAll(row => _world.Apply(session, _context, row)));
            var results = new List<RowResult>();
            foreach (var one in applied)
            {
                var cells = one.Entity is null ? [] : await CellsAsync([one.Entity], []);
                results.Add(new RowResult([.. one.Errors.Select(static e => e.Number!.Value)], one.Errors, cells.FirstOrDefault() ?? []));
            }

            return results;
        }
    }

    /// <summary>Uploads what must succeed; gives the ids.</summary>
    public async Task<List<long>> AddAsync(params IEnumerable<Dictionary<string, string>> rows)
    {
        var results = await UploadAsync(rows);
        Assert.All(results, static r => Assert.Empty(r.Codes));
        return results.ConvertAll(static r => r.Id ?? 0);
    }

    public Task<List<Dictionary<string, string>>> DownloadAsync(params DownloadEntity[] entities) => DownloadAsync(entities, since: null);

    public async Task<List<Dictionary<string, string>>> DownloadAsync(DownloadEntity[] entities, DateTime? since, long[]? campaigns = null, DataScope? data = null)
    {
        var (records, unknown) = await State.Store.RunAsync(session =>
        {
            var scope = new BulkReadScope
            {
                Account = DemoCredentials.AccountId,
                Customer = DemoCredentials.CustomerId,
                Entities = entities.ToHashSet(),
                Campaigns = campaigns?.ToHashSet(),
                DataScope = data ?? DataScope.EntityData,
                Since = since,
                SyncTime = session.Seal(),
            };
            return (_world.Read(session, scope).ToList(), _world.UnknownColumns(session, scope));
        });
        return await CellsAsync(records, unknown);
    }

    /// <summary>The time that the next delta starts from.</summary>
    public async Task<DateTime> SyncTimeAsync() => await State.Store.RunAsync(static s => s.Seal());

    public async ValueTask DisposeAsync()
    {
        Campaigns.Dispose();
        await _emulator.DisposeAsync();
    }

    private static string Csv(List<Dictionary<string, string>> rows)
    {
        var columns = rows.SelectMany(static r => r.Keys).Append("Name").Distinct().ToList();
        var text = new StringBuilder();
        text.AppendJoin(',', columns).Append("\r\n").AppendJoin(',', columns.Select(static c => c switch { "Type" => "Format Version", "Name" => "6.0", _ => "" })).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', columns.Select(c => row.TryGetValue(c, out var cell) ? $"\"{cell.Replace("\"", "\"\"")}\"" : "")).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The rows as they would stand in a file.</summary>
    private static async Task<List<Dictionary<string, string>>> CellsAsync(IReadOnlyList<BulkEntity> records, IReadOnlyList<string> unknownColumns)
    {
        using var file = new MemoryStream();
        await using (var writer = new BulkFileWriter(file, new BulkFileWriterOptions { UnknownColumns = [.. unknownColumns] }, leaveOpen: true))
        {
            await writer.WriteAllAsync(records);
            await writer.CompleteAsync();
        }

        file.Position = 0;
        await using var reader = new BulkFileReader(file);
        var rows = new List<Dictionary<string, string>>();
        await foreach (var row in reader.ReadRows())
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var cell in row.FilledCells)
            {
                cells[row.Header.Names[cell.Ordinal]] = cell.Cell.ToString();
            }

            if (cells["Type"] != "Format Version")
                rows.Add(cells);
        }

        return rows;
    }
}
