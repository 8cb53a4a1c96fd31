using System.Globalization;
using System.Text;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>An upload outlives the sudden death of the server that works on it.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rows = 30_000;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        foreach (var path in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task No_row_of_an_upload_is_lost_or_told_twice_over_kills(int looks)
    {
        string? id;
        using (var server = await ServerProcess.StartAsync("--port", "0", "--data", _file))
        {
            await using var session = await BulkSession.ConnectAsync(server.Address);
            var target = await session.UploadUrlAsync();
            id = target.RequestId;
            using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(BulkSession.Text(Labels()), "labels.csv"));
            Assert.True(answer.IsSuccessStatusCode);
            for (var i = 0; i < looks; i++)
            {
                await session.StatusAsync(id);
            }

            await server.KillAsync();
        }

        // A second death finds the work at another place.
        using (var server = await ServerProcess.StartAsync("--port", "0", "--data", _file))
        {
            await server.KillAsync();
        }

        using (var server = await ServerProcess.StartAsync("--port", "0", "--data", _file))
        {
            await using var session = await BulkSession.ConnectAsync(server.Address);
            var status = await session.FinalAsync(id);
            Assert.StartsWith("Completed", status.RequestStatus, StringComparison.Ordinal);
            var rows = (await session.ResultAsync(status.ResultFileUrl!)).Where(static r => r["Type"] == "Label").ToList();
            Assert.Equal(Enumerable.Range(0, Rows).Select(static i => $"c{i}"), rows.Select(static r => r["Client Id"]));
            Assert.Equal(rows.Count, rows.Select(static r => r["Id"]).Distinct().Count());
        }
    }

    private static string Labels()
    {
        var text = new StringBuilder("Type,Client Id,Id,Label,Name\r\nFormat Version,,,,6.0\r\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Label,c{i},{-1 - i},Label {i},\r\n");
        }

        return text.ToString();
    }
}
