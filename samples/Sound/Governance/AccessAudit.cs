using Dapper;
using Microsoft.Data.Sqlite;

namespace Sound.Governance;

/// <summary>Who did what to whose data, how much of it, and why; never the data.</summary>
internal sealed record AccessRecord(string Actor, string Action, string Dataset, string Fields, int Subjects, string Purpose);

/// <summary>The record of every access to personal data, kept beside the data and in the log.</summary>
internal sealed class AccessAudit
{
    private readonly SqliteConnectionStringBuilder store;
    private readonly TimeProvider clock;
    private readonly ILogger<AccessAudit> logger;

    public AccessAudit(SqliteConnectionStringBuilder store, TimeProvider clock, ILogger<AccessAudit> logger)
    {
        this.store = store;
        this.clock = clock;
        this.logger = logger;
    }

    public async Task RecordAsync(AccessRecord access, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(store.ConnectionString);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO access_audit (at, actor, action, dataset, fields, subjects, purpose)
            VALUES (@At, @Actor, @Action, @Dataset, @Fields, @Subjects, @Purpose)
            """,
            new { At = clock.GetUtcNow().ToString("O"), access.Actor, access.Action, access.Dataset, access.Fields, access.Subjects, access.Purpose },
            cancellationToken: cancellation));

        logger.LogInformation(
            "{Actor} did {Action} on {Fields} of {Dataset} for {Purpose} ({Subjects} people)",
            access.Actor, access.Action, access.Fields, access.Dataset, access.Purpose, access.Subjects);
    }
}
