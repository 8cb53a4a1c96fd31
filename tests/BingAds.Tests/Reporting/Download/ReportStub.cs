using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BingAds.Tests.Bulk.Download;

namespace BingAds.Tests.Reporting.Download;

/// <summary>The reporting service and the storage behind it. A status of "Empty" is a success without a link, "Unknown" the fault for ids that the service does not know.</summary>
internal sealed class ReportStub(byte[] file) : DownloadStub(file)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<string>> _plans = [];
    private readonly HashSet<string> _running = [];
    private TaskCompletionSource? _hold;

    /// <summary>Status words of reports that are submitted from now on, one a look; the last stays.</summary>
    public string[] Plan { get; set; } = ["Success"];

    /// <summary>How many reports may run before the service refuses.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>Fault codes for the next submissions, one each; 0 for none.</summary>
    public ConcurrentQueue<int> Faults { get; } = new();

    /// <summary>Accounts in the headers of the submissions that were taken, in order.</summary>
    public ConcurrentQueue<string> Accounts { get; } = new();

    /// <summary>Every submission that came in, also those that were refused.</summary>
    public int Attempts { get; private set; }

    public int Looks { get; private set; }

    public int MostRunning { get; private set; }

    public static string Text(int rows)
    {
        var text = new StringBuilder(
            $"\"Report Name: daily\"\r\n\"Report Time: 11/1/2026, 11/2/2026\"\r\n\"Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana\"\r\n\"Report Aggregation: Daily\"\r\n\"Rows: {rows}\"\r\n\r\n\"TimePeriod\",\"AccountId\",\"CampaignId\",\"Clicks\"\r\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"2026-11-01\",\"8001\",\"{i + 1}\",\"{(i * 7919) % 10_007}\"\r\n");
        }

        return text.Append("\r\n\"@2026 Microsoft Corporation. All rights reserved. \"\r\n").ToString();
    }

    /// <summary>Submissions are taken from now on and answered after <see cref="Release"/>.</summary>
    public Task<string> HoldAsync()
    {
        var reached = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _reached = reached;
        }

        return reached.Task;
    }

    public void Release()
    {
        lock (_gate)
        {
            _hold?.TrySetResult();
            _hold = null;
        }
    }

    /// <summary>What a report that was submitted says from now on.</summary>
    public void Say(string id, params string[] plan)
    {
        lock (_gate)
        {
            _plans[id] = new Queue<string>(plan);
        }
    }

    private TaskCompletionSource<string>? _reached;

    protected override (int Status, JsonObject Body) AnswerCall(string head, string body)
    {
        var call = JsonNode.Parse(body)!;
        if (head.Contains("/Poll ", StringComparison.Ordinal))
        {
            return Look(call["ReportRequestId"]!.ToString());
        }

        string id;
        Task? held;
        lock (_gate)
        {
            Attempts++;
            if (Faults.TryDequeue(out var code) && code != 0)
            {
                return Fault(code);
            }

            if (_running.Count >= Limit)
            {
                return Fault(207);
            }

            Submitted.Enqueue(call);
            id = $"report {Submitted.Count}";
            _plans[id] = new Queue<string>(Plan);
            _running.Add(id);
            MostRunning = Math.Max(MostRunning, _running.Count);
            Accounts.Enqueue(HeaderOf(head, "CustomerAccountId"));
            held = _hold?.Task;
            _reached?.TrySetResult(id);
        }

        held?.Wait();
        return (200, new JsonObject { ["ReportRequestId"] = id });
    }

    private (int, JsonObject) Look(string id)
    {
        lock (_gate)
        {
            Looks++;
            if (!_plans.TryGetValue(id, out var plan))
            {
                return Fault(2100);
            }

            var status = plan.Count > 1 ? plan.Dequeue() : plan.Peek();
            if (status == "Unknown")
            {
                _running.Remove(id);
                return Fault(2100);
            }

            if (status != "Pending")
            {
                _running.Remove(id);
            }

            return (200, new JsonObject
            {
                ["ReportRequestStatus"] = new JsonObject { ["Status"] = status == "Empty" ? "Success" : status, ["ReportDownloadUrl"] = status == "Success" ? NewLink() : null },
            });
        }
    }

    private static (int, JsonObject) Fault(int code) => (400, new JsonObject
    {
        ["Type"] = "AdApiFaultDetail", ["TrackingId"] = "t-fault", ["Errors"] = new JsonArray(new JsonObject { ["Code"] = code, ["Message"] = "No." }),
    });

    private static string HeaderOf(string head, string name)
    {
        var at = head.IndexOf($"\n{name}:", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : head[(at + name.Length + 2)..].Split('\r')[0].Trim();
    }
}
