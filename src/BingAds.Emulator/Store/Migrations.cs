using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>The steps that bring a database to the newest layout; <c>user_version</c> counts those done. A step is never edited once released, only followed.</summary>
internal static class Migrations
{
    private static readonly string[] s_steps =
    [
        """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE sequence (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE entity (
            family TEXT NOT NULL, id INTEGER NOT NULL, parent INTEGER NOT NULL, account INTEGER NOT NULL, customer INTEGER NOT NULL,
            name TEXT, kind TEXT, status TEXT, deleted INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL, changed INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX entity_id ON entity (family, id);
        CREATE INDEX entity_parent ON entity (family, parent, deleted, id);
        CREATE INDEX entity_account ON entity (family, account, deleted, id);
        CREATE INDEX entity_name ON entity (family, parent, name, deleted);

        CREATE TABLE link (
            family TEXT NOT NULL, kind TEXT NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL,
            account INTEGER NOT NULL, changed INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, body BLOB);
        CREATE UNIQUE INDEX link_source ON link (family, source, kind, target);
        CREATE INDEX link_target ON link (kind, target, family);

        CREATE TABLE person (
            id INTEGER PRIMARY KEY, user_name TEXT NOT NULL UNIQUE COLLATE NOCASE, password TEXT, active INTEGER NOT NULL DEFAULT 1);
        CREATE TABLE role (
            person INTEGER NOT NULL, customer INTEGER NOT NULL, role INTEGER NOT NULL, accounts TEXT,
            PRIMARY KEY (person, customer, role)) WITHOUT ROWID;

        CREATE TABLE oauth_consent (client TEXT NOT NULL, person INTEGER NOT NULL, scope TEXT NOT NULL, PRIMARY KEY (client, person)) WITHOUT ROWID;
        CREATE TABLE oauth_code (
            code TEXT PRIMARY KEY, client TEXT NOT NULL, person INTEGER NOT NULL, provider TEXT NOT NULL, scope TEXT NOT NULL,
            redirect TEXT NOT NULL, challenge TEXT, challenge_method TEXT, offline INTEGER NOT NULL, expires INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE TABLE oauth_refresh (
            token TEXT PRIMARY KEY, client TEXT NOT NULL, person INTEGER NOT NULL, provider TEXT NOT NULL, scope TEXT NOT NULL,
            expires INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0, revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE TABLE oauth_access (
            token TEXT PRIMARY KEY, person INTEGER NOT NULL, provider TEXT NOT NULL, scope TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        CREATE TABLE job (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, customer INTEGER NOT NULL, account INTEGER NOT NULL, person INTEGER NOT NULL,
            created INTEGER NOT NULL, state TEXT NOT NULL, planned TEXT, request BLOB NOT NULL, code INTEGER, details TEXT,
            file_name TEXT, received INTEGER, finished INTEGER, rows INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0, asked INTEGER NOT NULL DEFAULT 0, columns TEXT) WITHOUT ROWID;
        CREATE INDEX job_running ON job (customer, kind, finished);

        CREATE TABLE job_key (job TEXT NOT NULL, kind TEXT NOT NULL, key INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (job, kind, key)) WITHOUT ROWID;

        CREATE TABLE piece (file TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE UNIQUE INDEX piece_file ON piece (file, number);
        """,
    ];

    public static int Newest => s_steps.Length;

    /// <summary>Tables that a reset empties; <c>meta</c> stays, it says how often the database was opened.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        ["sequence", "entity", "link", "person", "role", "oauth_consent", "oauth_code", "oauth_refresh", "oauth_access", "job", "job_key", "piece"];

    public static void Apply(SqliteConnection connection)
    {
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        if (version > Newest)
            throw new InvalidOperationException($"The data file has layout {version}, this emulator knows {Newest} at most. Use a newer emulator or another file.");
        for (; version < Newest; version++)
        {
            using var transaction = connection.BeginTransaction();
            Scalar(connection, s_steps[version], transaction);
            Scalar(connection, $"PRAGMA user_version = {version + 1}", transaction);
            transaction.Commit();
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command.ExecuteScalar();
    }
}
