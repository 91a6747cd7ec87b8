using Covet.Infrastructure;

namespace Covet;

/// <summary>The database's clock.</summary>
public static class SqlClock
{
    /// <summary>
    /// The instant at which the statement runs, to the microsecond, the same for all its rows: by the server's clock on PostgreSQL, in SQLite by this
    /// machine's.
    /// </summary>
    public static Expr<DateTimeOffset> Now() => new FunctionCall<DateTimeOffset>(ScalarFunction.Now);
}
