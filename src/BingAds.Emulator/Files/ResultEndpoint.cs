using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Files;

/// <summary>GET of the result of a job by the link that a status call gave. No token is asked for: the link is the permission.</summary>
/// <param name="state">Where the results are.</param>
/// <param name="folder">Which results.</param>
/// <param name="acceptRanges">Whether parts are given.</param>
internal sealed class ResultEndpoint(EmulatorState state, string folder, bool acceptRanges)
{
    public const string BulkFolder = "result/";
    public const string ReportFolder = "report/";

    /// <summary>What addresses of it begin with.</summary>
    public string Path { get; } = SignedLinks.Root + folder;

    /// <summary>A new link to the result of a job.</summary>
    public static string Link(StoreSession session, Uri baseAddress, string folder, Job job, string extension, DateTimeOffset expires)
        => SignedLinks.Create(session, baseAddress, $"{folder}{job.Id}.{extension}", expires);

    public async Task InvokeAsync(HttpContext context)
    {
        var name = (context.Request.Path.Value ?? "")[Path.Length..];
        var id = System.IO.Path.GetFileNameWithoutExtension(name);
        var (link, job) = await state.Store.RunAsync(s => (SignedLinks.Check(s, context.Request), s.Jobs.Find(id)), context.RequestAborted).ConfigureAwait(false);
        var answer = link switch
        {
            LinkState.Forged => StorageRefusal.ForgedAsync(context),
            LinkState.Expired => StorageRefusal.ExpiredAsync(context),
            _ when job is null => StorageRefusal.MissingAsync(context),
            _ => StoredFileAnswer.WriteAsync(context, state.Store, job.Output, acceptRanges),
        };
        await answer.ConfigureAwait(false);
    }
}
