using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BingAds.Emulator.Tests;

public class ServerTests
{
    [Fact]
    public async Task Data_file_survives_the_killing_of_the_server()
    {
        var file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.db");
        try
        {
            string token;
            using (var server = await ServerProcess.StartAsync("--port", "0", "--data", file))
            {
                var tokens = await RefreshAsync(server, DemoCredentials.RefreshToken);
                token = tokens.GetProperty("refresh_token").GetString()!;
                await AddLabelAsync(server, tokens);
                await server.KillAsync();
            }

            using (var server = await ServerProcess.StartAsync("--port", "0", "--data", file))
            {
                var again = await RefreshAsync(server, token);
                Assert.NotEmpty(again.GetProperty("access_token").GetString()!);
                Assert.NotEqual(token, again.GetProperty("refresh_token").GetString());
                var labels = await CallAsync(server, again, "/CampaignManagement/v13/Labels/QueryByIds", "{}");
                Assert.Equal("Kept", labels.GetProperty("Labels")[0].GetProperty("Name").GetString());
            }
        }
        finally
        {
            foreach (var path in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(path);
            }
        }
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port")]
    [InlineData("--what")]
    [InlineData("--job-polls", "many")]
    [InlineData("--job-seconds", "-1")]
    [InlineData("--urls", "http://0.0.0.0:9013")]
    [InlineData("--urls", "https://127.0.0.1:9013")]
    public async Task Wrong_arguments_end_the_program_with_the_usage(params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        Assert.Equal(2, await EmulatorProgram.RunAsync(args, output, error));
        Assert.Contains("usage:", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_line()
    {
        await using var first = await EmulatorHost.StartAsync();
        var error = new StringWriter();
        Assert.Equal(1, await EmulatorProgram.RunAsync(["--urls", first.BaseAddress.AbsoluteUri], new StringWriter(), error));
        Assert.Contains("could not start", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_emulators_in_one_process_know_nothing_of_each_other()
    {
        await using var first = await EmulatorHost.StartAsync();
        await using var second = await EmulatorHost.StartAsync();
        using var client = new SignInClient(first);
        await client.TokenAsync(SignInClient.RefreshForm());
        Assert.Equal(1, first.Journal.Count("token"));
        Assert.Equal(0, second.Journal.Count("token"));
    }

    private static async Task AddLabelAsync(ServerProcess server, JsonElement tokens)
    {
        var added = await CallAsync(server, tokens, "/CampaignManagement/v13/Labels", """{"Labels": [{"Name": "Kept"}]}""");
        Assert.Equal(0, added.GetProperty("PartialErrors").GetArrayLength());
    }

    private static async Task<JsonElement> CallAsync(ServerProcess server, JsonElement tokens, string path, string body)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer " + tokens.GetProperty("access_token").GetString());
        request.Headers.Add("DeveloperToken", DemoCredentials.DeveloperToken);
        request.Headers.Add("CustomerId", $"{DemoCredentials.CustomerId}");
        request.Headers.Add("CustomerAccountId", $"{DemoCredentials.AccountId}");
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> RefreshAsync(ServerProcess server, string token)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var response = await http.PostAsync("/common/oauth2/v2.0/token", new FormUrlEncodedContent(SignInClient.RefreshForm(token)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
