using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>The table of jobs.</summary>
internal sealed class JobTable(StoreSession session)
{
    private const string Columns =
        "id, kind, customer, account, person, created, state, planned, request, code, details, file_name, received, finished, rows, done, failed, asked, columns";

    public void Insert(Job job)
        => session.Execute(
            $"INSERT INTO job ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL, $10, $11, NULL, 0, 0, 0, 0, NULL)",
            job.Id, job.Kind, job.Customer, job.Account, job.Person, job.Created.Ticks, job.State, job.Planned, job.Request, job.FileName, job.Received?.Ticks);

    public Job? Find(string id) => session.Query($"SELECT {Columns} FROM job WHERE id = $1", Read, id).FirstOrDefault();

    /// <summary>Ids of the jobs that have something to work on and are not done, of all kinds that begin so.</summary>
    public List<string> Unfinished(string family)
        => session.Query(
            "SELECT id FROM job WHERE received IS NOT NULL AND finished IS NULL AND kind GLOB $1 || '*' ORDER BY received, id", static r => r.GetString(0), family);

    /// <summary>How many jobs of one kind a customer has under way, or had after that time.</summary>
    public int CountRunning(string kind, long customer, DateTime since)
        => session.Query(
            "SELECT COUNT(*) FROM job WHERE customer = $1 AND kind = $2 AND received IS NOT NULL AND (finished IS NULL OR received > $3)",
            static r => r.GetInt32(0), customer, kind, since.Ticks)[0];

    /// <summary>How many jobs of one kind a user is told to be under way: those that are, that came after a time, or that were asked for less often than that.</summary>
    public int CountHeld(string kind, long person, DateTime since, int polls, DateTime createdAfter)
        => session.Query(
            "SELECT COUNT(*) FROM job WHERE kind = $1 AND person = $2 AND created > $5 AND (finished IS NULL OR received > $3 OR asked < $4)",
            static r => r.GetInt32(0), kind, person, since.Ticks, polls, createdAfter.Ticks)[0];

    /// <summary>Forgets the jobs, of all kinds that begin so and with their files, that can't be asked for any more; those under way stay.</summary>
    public void Purge(string family, DateTime createdBefore)
    {
        foreach (var id in session.Query(
            "SELECT id FROM job WHERE created < $1 AND (finished IS NOT NULL OR received IS NULL) AND kind GLOB $2 || '*'", static r => r.GetString(0), createdBefore.Ticks, family))
        {
            session.Pieces.Delete(id + Job.OutputPart);
            session.Execute("DELETE FROM job WHERE id = $1", id);
        }
    }

    /// <summary>The file of an upload is there.</summary>
    public void Receive(string id, string fileName, DateTime now)
        => session.Execute("UPDATE job SET state = $2, file_name = $3, received = $4 WHERE id = $1", id, Job.Uploaded, fileName, now.Ticks);

    /// <summary>The work on an upload begins: so many rows, and a result of these columns.</summary>
    public void Begin(string id, long rows, string columns)
        => session.Execute("UPDATE job SET state = $2, rows = $3, columns = $4 WHERE id = $1", id, Job.InProgress, rows, columns);

    public void Advance(string id, long done, long failed) => session.Execute("UPDATE job SET done = $2, failed = $3 WHERE id = $1", id, done, failed);

    public void Finish(string id, string state, DateTime now, int? code = null, string? details = null)
        => session.Execute("UPDATE job SET state = $2, finished = $3, code = $4, details = $5 WHERE id = $1", id, state, now.Ticks, code, details);

    public void Ask(string id) => session.Execute("UPDATE job SET asked = asked + 1 WHERE id = $1", id);

    /// <summary>Keeps what a reference key of an upload stands for.</summary>
    public void SetKey(string job, string kind, long key, long id)
        => session.Execute("INSERT INTO job_key (job, kind, key, id) VALUES ($1, $2, $3, $4) ON CONFLICT (job, kind, key) DO UPDATE SET id = $4", job, kind, key, id);

    public long? FindKey(string job, string kind, long key)
        => session.Query("SELECT id FROM job_key WHERE job = $1 AND kind = $2 AND key = $3", static r => (long?)r.GetInt64(0), job, kind, key).FirstOrDefault();

    public void ForgetKeys(string job) => session.Execute("DELETE FROM job_key WHERE job = $1", job);

    private static Job Read(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1))
    {
        Customer = reader.GetInt64(2),
        Account = reader.GetInt64(3),
        Person = reader.GetInt64(4),
        Created = Time(reader.GetInt64(5)),
        State = reader.GetString(6),
        Planned = Text(reader, 7),
        Request = reader.GetFieldValue<byte[]>(8),
        Code = reader.IsDBNull(9) ? null : reader.GetInt32(9),
        Details = Text(reader, 10),
        FileName = Text(reader, 11),
        Received = reader.IsDBNull(12) ? null : Time(reader.GetInt64(12)),
        Finished = reader.IsDBNull(13) ? null : Time(reader.GetInt64(13)),
        Rows = reader.GetInt64(14),
        Done = reader.GetInt64(15),
        FailedRows = reader.GetInt64(16),
        Asked = reader.GetInt32(17),
        Columns = Text(reader, 18),
    };

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);
}
