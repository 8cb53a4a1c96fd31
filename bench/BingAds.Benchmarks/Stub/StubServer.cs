using System.Buffers;
using System.Globalization;
using BingAds.Benchmarks.Data;
using BingAds.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BingAds.Benchmarks.Stub;

/// <summary>A server in a process of its own that answers every POST with the same three campaigns, and counts connections.</summary>
internal static class StubServer
{
    public const string CountPath = "/connections";

    /// <summary>Prints its address, then serves until its input ends.</summary>
    public static async Task RunAsync()
    {
        var body = Body();
        var connections = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Use(next => connection =>
        {
            Interlocked.Increment(ref connections);
            return next(connection);
        })));
        await using var app = builder.Build();
        app.Run(async context =>
        {
            if (context.Request.Path == CountPath)
            {
                await context.Response.WriteAsync(Volatile.Read(ref connections).ToString(CultureInfo.InvariantCulture));
                return;
            }

            await ReadAllAsync(context.Request.Body);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            context.Response.Headers["TrackingId"] = "5a0a3f0e-7d8d-4c55-9a51-0d6fbd0a4e11";
            await context.Response.BodyWriter.WriteAsync(body);
        });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync(address);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static byte[] Body()
    {
        var output = new ArrayBufferWriter<byte>();
        WireJson.Write(SampleCampaigns.SmallResponse(), output);
        return output.WrittenSpan.ToArray();
    }

    private static async Task ReadAllAsync(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        while (await stream.ReadAsync(buffer) > 0)
        {
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
