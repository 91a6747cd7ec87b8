namespace Covet.Infrastructure;

/// <summary>How one database spells SQL, where databases differ. One implementation a provider; the only place of its differences.</summary>
public abstract class SqlDialect
{
    /// <summary>The database's name in OpenTelemetry's conventions (<c>db.system.name</c>).</summary>
    public abstract string SystemName { get; }

    /// <summary>What begins a transaction that reads one snapshot.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>Whether a transaction can keep a result on the server and fetch from it between other statements: DECLARE, FETCH, CLOSE.</summary>
    public abstract bool HasCursors { get; }

    /// <summary>Whether each row has a version of its own that the database makes, <c>xmin</c>.</summary>
    public abstract bool HasRowVersions { get; }

    /// <summary>Picks this dialect's text.</summary>
    public abstract string Choose(SqlText text);

    /// <summary>Writes the test that columns are among the keys of the list parameter <paramref name="name"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="left">Writes the columns, one by one.</param>
    /// <param name="columns">How many columns a key has.</param>
    /// <param name="name">The parameter's name, as <see cref="ParameterBinder"/> gets it.</param>
    public abstract void WriteListTest(SqlWriter writer, Action<SqlWriter, int> left, int columns, string name);

    /// <summary>Writes the keys of a list parameter as the rows of a FROM clause; an alias follows.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="columns">How many columns a key has.</param>
    /// <param name="name">The parameter's name, as <see cref="ParameterBinder"/> gets it.</param>
    public abstract void WriteListRows(SqlWriter writer, int columns, string name);

    /// <summary>Whether many rows travel as one array a column, so that the text of a statement doesn't depend on their number.</summary>
    public abstract bool HasArrays { get; }

    /// <summary>
    /// Whether the keys that one INSERT makes ascend in the order of its rows, while RETURNING may give them in any order; else RETURNING gives them in the order of
    /// the rows, and what they are is the table's own affair.
    /// </summary>
    public abstract bool NumbersRowsInOrder { get; }

    /// <summary>How many rows the next INSERT takes best of those that are left; 1 for the statement of a single row.</summary>
    /// <param name="left">How many rows are left, at least one.</param>
    /// <param name="columns">How many columns a row has.</param>
    /// <param name="hasArrays">Whether one of them holds arrays.</param>
    public abstract int RowsPerInsert(int left, int columns, bool hasArrays);

    /// <summary>Writes the rows of an INSERT, whose values are bound by <see cref="ParameterBinder.AddRows"/>: what follows the list of columns. They are inserted in order.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rows">How many rows there are, as <see cref="RowsPerInsert"/> said.</param>
    /// <param name="columns">How many columns a row has.</param>
    public abstract void WriteInsertedRows(SqlWriter writer, int rows, int columns);

    /// <summary>Writes many rows as those of a FROM clause with columns c0, c1, ..., which are bound by <see cref="ParameterBinder.AddRows"/>; an alias follows. Where there are arrays.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="columns">How many columns a row has.</param>
    public abstract void WriteArrayRows(SqlWriter writer, int columns);

    /// <summary>Writes LIMIT and OFFSET.</summary>
    public abstract void WriteLimit(SqlWriter writer, int? skip, int? take);

    /// <summary>Writes a text test: does <paramref name="text"/> contain, start or end with <paramref name="part"/>, by its exact characters.</summary>
    public abstract void WriteTextTest(SqlWriter writer, TextTest test, SqlExpression text, SqlExpression part);

    /// <summary>How an aggregate function is spelled.</summary>
    /// <param name="function">The function.</param>
    /// <param name="type">The type as which its value is stored, never a nullable one.</param>
    /// <param name="isWindowed">Whether it is computed over a window.</param>
    public abstract AggregateSpelling Spell(SqlAggregate function, Type type, bool isWindowed);

    /// <summary>Writes the clause that locks the rows of a table until the transaction ends.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rowLock">How they are locked.</param>
    /// <param name="alias">The table.</param>
    public abstract void WriteLock(SqlWriter writer, RowLock rowLock, string alias);

    /// <summary>How RETURNING names the table that was written.</summary>
    /// <param name="table">The table.</param>
    /// <param name="alias">Its alias in the statement.</param>
    public abstract string Written(SqlText table, string alias);

    /// <summary>Writes a value as a text of the one type and collation that Covet's texts have: of recursive common table expressions all parts must agree in it.</summary>
    public abstract void WritePlainText(SqlWriter writer, SqlExpression text);

    /// <summary>Writes a function of one row's values.</summary>
    public abstract void WriteScalar(SqlWriter writer, ScalarFunction function, ReadOnlySpan<SqlExpression> arguments);

    /// <summary>Writes what stands at a path of a JSON document, as a value of a type; NULL where nothing does.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="document">The document.</param>
    /// <param name="path">The list parameter of the path's steps.</param>
    /// <param name="type">The type of the value, never a nullable one.</param>
    public abstract void WriteJsonValue(SqlWriter writer, SqlExpression document, SqlExpression path, Type type);

    /// <summary>Writes an operation on two decimals, whose result is exact where the operation is.</summary>
    public abstract void WriteDecimalOperation(SqlWriter writer, Arithmetic operation, SqlExpression left, SqlExpression right);

    /// <summary>Writes raw SQL whose value is said to be a decimal.</summary>
    public abstract void WriteDecimal(SqlWriter writer, SqlExpression number);

    /// <summary>Writes what follows a nullable ORDER BY term so that NULL counts as the smallest value, as in C#.</summary>
    public abstract string NullOrder(bool descending);

    /// <summary>What follows a decimal operand so that it compares by number; empty where decimals are numbers.</summary>
    public abstract string DecimalCollation { get; }

    /// <summary>What follows a value that isn't a decimal so that it compares as it would by itself; empty where collations don't spread.</summary>
    public abstract string PlainCollation { get; }

    /// <summary>The statement that explains another.</summary>
    public abstract string Explain(string sql);

    /// <summary>The type that a value of <paramref name="type"/> is cast to.</summary>
    public abstract string TypeName(Type type);

    /// <summary>Quotes an identifier.</summary>
    internal static string Quote(string identifier)
        => identifier.Contains('"', StringComparison.Ordinal) ? $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : $"\"{identifier}\"";
}

/// <summary>How a dialect spells an aggregate function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CastTo">The type that its value is cast to; null for the type that it has.</param>
/// <param name="TakesText">Whether it takes its argument as text, in the order of the texts' bytes.</param>
public readonly record struct AggregateSpelling(string Name, string? CastTo = null, bool TakesText = false);

/// <summary>A test of a text by its characters.</summary>
public enum TextTest
{
    /// <summary>The part stands anywhere in the text.</summary>
    Contains,

    /// <summary>The text starts with the part.</summary>
    StartsWith,

    /// <summary>The text ends with the part.</summary>
    EndsWith,
}

/// <summary>An aggregate function.</summary>
public enum SqlAggregate
{
    /// <summary>The number of rows, or of values that aren't NULL.</summary>
    Count,

    /// <summary>The greatest value.</summary>
    Max,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The sum of numbers with a binary point, in their own type.</summary>
    Sum,

    /// <summary>The sum of whole numbers, as a 64-bit integer.</summary>
    SumInteger,

    /// <summary>The sum of decimals.</summary>
    SumDecimal,

    /// <summary>The average of decimals.</summary>
    AverageDecimal,

    /// <summary>The average of other numbers, as a double.</summary>
    AverageDouble,

    /// <summary>Texts, joined.</summary>
    JoinText,
}
