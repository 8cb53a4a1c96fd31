using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>Who may sign in, and which customers and accounts they may reach. The profile of a user (name, address) is an entity of its own.</summary>
internal sealed class PersonTable(StoreSession session)
{
    public void Add(long id, string userName, string? password)
        => session.Execute("INSERT INTO person (id, user_name, password) VALUES ($1, $2, $3)", id, userName, password);

    public void Rename(long id, string userName) => session.Execute("UPDATE person SET user_name = $2 WHERE id = $1", id, userName);

    /// <summary>Shuts the user out: tokens and passwords answer 105 from then on.</summary>
    public void Close(long id) => session.Execute("UPDATE person SET active = 0 WHERE id = $1", id);

    public Person? Find(long id)
        => session.Query("SELECT id, user_name, password FROM person WHERE id = $1 AND active = 1", ReadPerson, id).FirstOrDefault();

    public Person? FindByName(string userName)
        => session.Query("SELECT id, user_name, password FROM person WHERE user_name = $1 AND active = 1", ReadPerson, userName).FirstOrDefault();

    public List<Person> All() => session.Query("SELECT id, user_name, password FROM person WHERE active = 1 ORDER BY id", ReadPerson);

    /// <summary>Gives a role, or replaces the accounts of one that is there.</summary>
    public void SetRole(Role role)
        => session.Execute(
            "INSERT INTO role (person, customer, role, accounts) VALUES ($1, $2, $3, $4) ON CONFLICT (person, customer, role) DO UPDATE SET accounts = $4",
            role.Person,
            role.Customer,
            role.Id,
            role.Accounts is null ? null : string.Join(',', role.Accounts.Select(static a => a.ToString(CultureInfo.InvariantCulture))));

    public void DropRole(long person, long customer, int role)
        => session.Execute("DELETE FROM role WHERE person = $1 AND customer = $2 AND role = $3", person, customer, role);

    public List<Role> Roles(long person)
        => session.Query("SELECT person, customer, role, accounts FROM role WHERE person = $1 ORDER BY customer, role", ReadRole, person);

    public List<Role> RolesAt(long customer)
        => session.Query("SELECT person, customer, role, accounts FROM role WHERE customer = $1 ORDER BY person, role", ReadRole, customer);

    private static Person ReadPerson(SqliteDataReader reader)
        => new(reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2));

    private static Role ReadRole(SqliteDataReader reader)
        => new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2))
        {
            Accounts = reader.IsDBNull(3)
                ? null
                : [.. reader.GetString(3).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static a => long.Parse(a, CultureInfo.InvariantCulture))],
        };
}
